import { type DemoDocument, either, link, sources, words } from './content.ts'

const statute = 'Criminal Code of the Russian Federation'
const partOf = link('events', 'case')
const victim = { who: either('people', 'server-mustafaiev'), role: 'victim' }
const perpetrator = { who: either('organizations', 'occupying-authorities'), role: 'perpetrator' }
const witness = { who: either('people', 'venera-mustafaieva'), role: 'witness' }

// Crimean Tatar: to be confirmed by a native speaker.
export const events: DemoDocument[] = [
  {
    type: 'events',
    key: 'case',
    data: {
      kind: 'other',
      certainty: 'confirmed',
      date: '2018-05-21/..',
      participants: [victim],
      sources: sources('profile', 'amnesty', 'front-line'),
      title: words({
        en: 'The criminal case against Server Mustafaiev',
        uk: 'Кримінальна справа проти Сервера Мустафаєва',
        ru: 'Уголовное дело против Сервера Мустафаева',
        tr: 'Server Mustafayev’e karşı açılan ceza davası',
        'crh-Latn': 'Server Mustafayevge qarşı cinayet davası',
      }),
      description: words({
        en: 'A human rights defender from occupied Crimea, prosecuted under the criminal law of Russia: the search, the detention, two charges, the sentence and the years in prison belong together.',
        uk: 'Правозахисника з окупованого Криму переслідують за російським кримінальним законом: обшук, затримання, два обвинувачення, вирок і роки ув’язнення належать до однієї справи.',
        ru: 'Правозащитника из оккупированного Крыма преследуют по российскому уголовному закону: обыск, задержание, два обвинения, приговор и годы заключения — части одного дела.',
        tr: 'İşgal altındaki Kırım’dan bir insan hakları savunucusu Rus ceza hukukuna göre yargılandı: arama, gözaltı, iki suçlama, mahkûmiyet ve hapis yılları tek bir davanın parçalarıdır.',
        'crh-Latn':
          'İşğal etilgen Qırımdan insan aqları qorçalayıcısını Rusiye cinayet qanunına köre taqip eteler: tintüv, yaqalav, eki qabaatlav, üküm ve apis yılları bir davanıñ qısımlarıdır.',
      }),
    },
  },
  {
    type: 'events',
    key: 'search',
    data: {
      kind: 'search',
      certainty: 'confirmed',
      date: '2018-05-21',
      localTime: '06:00',
      timeZone: 'Europe/Simferopol',
      place: link('places', 'crimea'),
      placePrecision: 'region',
      participants: [victim, perpetrator, witness],
      partOf,
      media: [link('media', 'quote-card')],
      sources: sources('mother', 'union'),
      title: words({
        en: 'The family home is searched',
        uk: 'Обшук у домі родини',
        ru: 'Обыск в доме семьи',
        tr: 'Ailenin evi aranıyor',
        'crh-Latn': 'Qorantanıñ evinde tintüv',
      }),
      description: words({
        en: 'Men in masks and with automatic weapons forced their way into the house and searched it. They came at six in the morning, his mother tells; the National Union of Journalists of Ukraine puts it at about seven.',
        uk: 'Люди в масках і з автоматами вдерлися до будинку й обшукали його. Мати розповідає, що вони прийшли о шостій ранку; Національна спілка журналістів України називає час близько сьомої.',
        ru: 'Люди в масках и с автоматами ворвались в дом и обыскали его. Мать рассказывает, что они пришли в шесть утра; Национальный союз журналистов Украины называет время около семи.',
        tr: 'Maskeli ve otomatik silahlı kişiler eve zorla girip arama yaptı. Annesi sabah altıda geldiklerini anlatıyor; Ukrayna Ulusal Gazeteciler Birliği ise yedi sularını belirtiyor.',
        'crh-Latn':
          'Maskalı, avtomatlı adamlar evge zornen kirip, tintüv keçirdiler. Anası olarnıñ saba saat altıda kelgenini ikâye ete; Ukraina milliy jurnalistler birligi ise saat yedi etrafında dep bildire.',
      }),
    },
  },
  {
    type: 'events',
    key: 'detention',
    data: {
      kind: 'detention',
      certainty: 'confirmed',
      date: '2018-05-21',
      timeZone: 'Europe/Simferopol',
      place: link('places', 'crimea'),
      placePrecision: 'region',
      participants: [victim, perpetrator],
      partOf,
      outcome: { custodyStatus: 'pretrialDetention', procedure: 'investigation' },
      sources: sources('profile', 'union'),
      title: words({
        en: 'Server Mustafaiev is detained',
        uk: 'Затримання Сервера Мустафаєва',
        ru: 'Задержание Сервера Мустафаева',
        tr: 'Server Mustafayev gözaltına alındı',
        'crh-Latn': 'Server Mustafayev yaqalandı',
      }),
      description: words({
        en: 'After the search the occupying authorities took him away from his home.',
        uk: 'Після обшуку окупаційна влада забрала його з дому.',
        ru: 'После обыска оккупационные власти увезли его из дома.',
        tr: 'Aramanın ardından işgal makamları onu evinden götürdü.',
        'crh-Latn': 'Tintüvden soñ işğal akimiyeti onı evinden alıp ketti.',
      }),
    },
  },
  {
    type: 'events',
    key: 'charge-205-5',
    data: {
      kind: 'charge',
      certainty: 'confirmed',
      date: '2018-05-21',
      participants: [victim, perpetrator],
      partOf,
      outcome: { charges: [{ statute, article: '205.5(2)' }] },
      sources: sources('profile', 'amnesty'),
      title: words({
        en: 'Charge under article 205.5, part 2',
        uk: 'Обвинувачення за частиною 2 статті 205.5',
        ru: 'Обвинение по части 2 статьи 205.5',
        tr: '205.5. maddenin 2. fıkrasından suçlama',
        'crh-Latn': '205.5 maddesiniñ 2-nci qısmı boyunca qabaatlav',
      }),
      description: words({
        en: 'With his arrest came the first accusation. Those who brought it speak of terrorism.',
        uk: 'Разом з арештом висунули перше обвинувачення. Ті, хто його висунув, говорять про тероризм.',
        ru: 'Вместе с арестом выдвинули первое обвинение. Те, кто его выдвинул, говорят о терроризме.',
        tr: 'Tutuklamayla birlikte ilk suçlama yöneltildi. Bunu yöneltenler terörden söz ediyor.',
        'crh-Latn': 'Yaqalavnen beraber birinci qabaatlav ilân etildi. Onı ilân etkenler terrorizm aqqında ayta.',
      }),
    },
  },
  {
    type: 'events',
    key: 'charge-278',
    data: {
      kind: 'charge',
      certainty: 'confirmed',
      date: '2019-02-22',
      participants: [victim, perpetrator],
      partOf,
      outcome: { charges: [{ statute, article: '278' }] },
      sources: sources('profile', 'amnesty'),
      title: words({
        en: 'A second charge: article 278',
        uk: 'Друге обвинувачення: стаття 278',
        ru: 'Второе обвинение: статья 278',
        tr: 'İkinci suçlama: 278. madde',
        'crh-Latn': 'Ekinci qabaatlav: 278-nci madde',
      }),
      description: words({
        en: 'Nine months after his arrest a further accusation was added. Those who brought it speak of an attempt at insurrection.',
        uk: 'Через дев’ять місяців після арешту додали ще одне обвинувачення. Ті, хто його висунув, говорять про спробу заколоту.',
        ru: 'Через девять месяцев после ареста добавили ещё одно обвинение. Те, кто его выдвинул, говорят о попытке мятежа.',
        tr: 'Tutuklanmasından dokuz ay sonra bir suçlama daha eklendi. Bunu yöneltenler ayaklanma girişiminden söz ediyor.',
        'crh-Latn':
          'Yaqalanğanından doquz ay keçken soñ daa bir qabaatlav qoşuldı. Onı ilân etkenler isyan teşebbüsi aqqında ayta.',
      }),
    },
  },
  {
    type: 'events',
    key: 'rostov',
    data: {
      kind: 'transfer',
      certainty: 'confirmed',
      date: '[..2020-09-16]',
      place: link('places', 'rostov-detention-centre-1'),
      placePrecision: 'exact',
      participants: [victim],
      partOf,
      outcome: {
        custodyStatus: 'pretrialDetention',
        procedure: 'trial',
        place: link('places', 'rostov-detention-centre-1'),
      },
      sources: sources('profile'),
      title: words({
        en: 'Held in Rostov-on-Don, the trial pending',
        uk: 'Під вартою в Ростові-на-Дону в очікуванні суду',
        ru: 'Под стражей в Ростове-на-Дону в ожидании суда',
        tr: 'Rostov-na-Donu’da tutuklu, yargılanmayı bekliyor',
        'crh-Latn': 'Rostov-na-Donuda apiste, makemeni bekley',
      }),
      description: words({
        en: 'He was kept in Pre-trial Detention Centre No. 1 while his case waited for the court. The source gives no date; it is older than the sentence.',
        uk: 'Його тримали у слідчому ізоляторі № 1, поки справа чекала на суд. Джерело не називає дати; воно старше за вирок.',
        ru: 'Его держали в следственном изоляторе № 1, пока дело ожидало суда. Источник не называет даты; он старше приговора.',
        tr: 'Davası mahkemeyi beklerken 1 No’lu Tutukevi’nde tutuldu. Kaynak tarih vermiyor; mahkûmiyetten daha eski.',
        'crh-Latn':
          'Davası makemeni beklegende onı 1-nci sanlı tahqiqat apishanesinde tuttılar. Menba künni bildirmey; o, ükümden eskidir.',
      }),
    },
  },
  {
    type: 'events',
    key: 'verdict',
    data: {
      kind: 'verdict',
      certainty: 'confirmed',
      date: '2020-09-16',
      participants: [victim],
      partOf,
      outcome: {
        sentence: { years: 14 },
        charges: [
          { statute, article: '205.5(2)' },
          { statute, article: '278' },
        ],
      },
      sources: sources('amnesty'),
      title: words({
        en: 'Sentenced to 14 years in prison',
        uk: 'Вирок: 14 років позбавлення волі',
        ru: 'Приговор: 14 лет лишения свободы',
        tr: '14 yıl hapis cezası verildi',
        'crh-Latn': 'Üküm: 14 yıl apis cezası',
      }),
      description: words({
        en: 'Amnesty International reports the sentence against the man whom it recognises as a prisoner of conscience.',
        uk: 'Про вирок повідомляє Amnesty International, яка визнає його в’язнем сумління.',
        ru: 'О приговоре сообщает Amnesty International, которая признаёт его узником совести.',
        tr: 'Kararı, onu düşünce mahkûmu olarak tanıyan Uluslararası Af Örgütü bildirdi.',
        'crh-Latn': 'Üküm aqqında onı vicdan mabüsi dep tanığan Amnesty International haber ete.',
      }),
    },
  },
  {
    type: 'events',
    key: 'tambov',
    data: {
      kind: 'transfer',
      certainty: 'confirmed',
      date: '2024-01',
      place: link('places', 'tambov-penal-colony-1'),
      placePrecision: 'exact',
      participants: [victim],
      partOf,
      outcome: { custodyStatus: 'serving', place: link('places', 'tambov-penal-colony-1') },
      sources: sources('front-line'),
      title: words({
        en: 'Held in Penal Colony No. 1 in Tambov',
        uk: 'Перебуває у виправній колонії № 1 у Тамбові',
        ru: 'Находится в исправительной колонии № 1 в Тамбове',
        tr: 'Tambov’daki 1 No’lu Ceza Kolonisi’nde tutuluyor',
        'crh-Latn': 'Tambovdaki 1-nci sanlı ceza koloniyasında tutula',
      }),
      description: words({
        en: 'In January 2024 Front Line Defenders named this colony as the place where he is held.',
        uk: 'У січні 2024 року Front Line Defenders назвали цю колонію місцем, де його тримають.',
        ru: 'В январе 2024 года Front Line Defenders назвали эту колонию местом, где его держат.',
        tr: 'Front Line Defenders, Ocak 2024’te tutulduğu yer olarak bu koloniyi bildirdi.',
        'crh-Latn': '2024 senesi yanvar ayında Front Line Defenders onıñ tutulğan yeri olaraq bu koloniyanı bildirdi.',
      }),
    },
  },
]
