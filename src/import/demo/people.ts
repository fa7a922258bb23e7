import { type DemoDocument, link, sources, story, words } from './content.ts'

const statute = 'Criminal Code of the Russian Federation'

/** What the demo says of real people is public elsewhere. Nobody was asked for the demo, and it says so. */
const safety = {
  consent: {
    state: 'notPossible',
    givenBy: 'Whoever made the demo, from published profiles and interviews. Ask the family before you use it.',
  },
}

// Crimean Tatar: to be confirmed by a native speaker. Minors and the wife are counted, never named.
export const people: DemoDocument[] = [
  {
    type: 'people',
    key: 'venera-mustafaieva',
    data: {
      slug: 'venera-mustafaieva',
      kind: 'relative',
      gender: 'female',
      safety,
      name: {
        given: words({ en: 'Venera', uk: 'Венера', ru: 'Венера', tr: 'Venera', 'crh-Latn': 'Venera' }),
        family: words({
          en: 'Mustafaieva',
          uk: 'Мустафаєва',
          ru: 'Мустафаева',
          tr: 'Mustafayeva',
          'crh-Latn': 'Mustafayeva',
        }),
      },
      description: words({
        en: 'Mother of Server Mustafaiev. She tells about her son and about the morning on which he was taken away.',
        uk: 'Мати Сервера Мустафаєва. Розповідає про сина та про ранок, коли його забрали.',
        ru: 'Мать Сервера Мустафаева. Рассказывает о сыне и об утре, когда его увели.',
        tr: 'Server Mustafayev’in annesi. Oğlunu ve onun götürüldüğü sabahı anlatıyor.',
        'crh-Latn': 'Server Mustafayevniñ anası. Oğlu ve onıñ alınıp ketilgen sabası aqqında ikâye ete.',
      }),
    },
  },
  {
    type: 'people',
    key: 'server-mustafaiev',
    data: {
      slug: 'server-mustafaiev',
      kind: 'prisoner',
      gender: 'male',
      birthDate: '1986-05-05',
      safety,
      name: {
        given: words({
          en: 'Server',
          uk: 'Сервер',
          ru: 'Сервер',
          tr: 'Server',
          'crh-Latn': 'Server',
          ar: 'سيرفر',
        }),
        family: words({
          en: 'Mustafaiev',
          uk: 'Мустафаєв',
          ru: 'Мустафаев',
          tr: 'Mustafayev',
          'crh-Latn': 'Mustafayev',
          ar: 'مصطفاييف',
        }),
      },
      alternateNames: [
        { value: 'Server Mustafayev', locale: 'en', kind: 'spelling' },
        { value: 'Server Mustafaev', locale: 'en', kind: 'transliteration' },
        { value: 'Server Mustafajew', locale: 'de', kind: 'transliteration' },
      ],
      description: words({
        en: 'Crimean Tatar human rights defender, coordinator of the initiative Crimean Solidarity. Detained in occupied Crimea on 21 May 2018, sentenced to 14 years in prison on 16 September 2020.',
        uk: 'Кримськотатарський правозахисник, координатор ініціативи «Кримська солідарність». Затриманий в окупованому Криму 21 травня 2018 року, 16 вересня 2020 року засуджений до 14 років позбавлення волі.',
        ru: 'Крымскотатарский правозащитник, координатор инициативы «Крымская солидарность». Задержан в оккупированном Крыму 21 мая 2018 года, 16 сентября 2020 года приговорён к 14 годам лишения свободы.',
        tr: 'Kırım Tatar insan hakları savunucusu, Kırım Dayanışması girişiminin koordinatörü. 21 Mayıs 2018’de işgal altındaki Kırım’da gözaltına alındı, 16 Eylül 2020’de 14 yıl hapis cezasına çarptırıldı.',
        'crh-Latn':
          'Qırımtatar insan aqları qorçalayıcısı, «Qırım birdemligi» teşebbüsiniñ koordinatorı. 2018 senesi mayısnıñ 21-inde işğal etilgen Qırımda yaqalandı, 2020 senesi sentâbrniñ 16-sında oña 14 yıl apis cezası berildi.',
        ar: 'مدافع عن حقوق الإنسان من تتار القرم ومنسّق مبادرة «تضامن القرم». احتُجز في القرم المحتلة في 21 مايو 2018، وحُكم عليه بالسجن 14 عامًا في 16 سبتمبر 2020.',
      }),
      biography: story({
        en: [
          'Server Mustafaiev is a Crimean Tatar human rights defender from Crimea. He earned his living as executive director of a company in Sevastopol and coordinated the initiative Crimean Solidarity.',
          'Once the persecution of Crimean Tatars had begun under the occupation, he sat in on court hearings, recorded them and told about them online. He stood by the families of the imprisoned and carried their cases abroad, so that nobody could say they had not known what was happening in Crimea.',
          'On 21 May 2018 armed men in masks came to his home, searched it and led him away. His mother remembers that it was six in the morning; the National Union of Journalists of Ukraine puts it at about seven. He was accused first under article 205.5, part 2, of the Russian criminal code, which his accusers call terrorism. On 22 February 2019 they added article 278, which they call an attempt at insurrection. He faced between ten and twenty years.',
          'While the case was before the court he was kept in Pre-trial Detention Centre No. 1 in Rostov-on-Don. On 16 September 2020, Amnesty International reports, he was sentenced to 14 years. In January 2024, according to Front Line Defenders, he was in Penal Colony No. 1 in Tambov.',
          'Amnesty International recognises him as a prisoner of conscience and the Memorial Human Rights Center as a political prisoner; journalists count him as one of their own. A wife and four children wait for his return. The youngest was two months old when he was arrested.',
        ],
        uk: [
          'Сервер Мустафаєв — кримськотатарський правозахисник із Криму. Він працював виконавчим директором однієї з компаній у Севастополі й координував ініціативу «Кримська солідарність».',
          'Коли під окупацією почалися переслідування кримських татар, він приходив на судові засідання, знімав їх і розповідав про них в інтернеті. Він підтримував родини ув’язнених і говорив про їхні справи на міжнародному рівні, щоб ніхто не міг сказати, ніби не знав, що діється в Криму.',
          '21 травня 2018 року озброєні люди в масках прийшли до нього додому, провели обшук і забрали його. Мати пам’ятає, що була шоста ранку; Національна спілка журналістів України називає час близько сьомої. Спершу його звинуватили за частиною 2 статті 205.5 Кримінального кодексу РФ — обвинувачі називають це тероризмом. 22 лютого 2019 року додали статтю 278, яку вони називають спробою заколоту. Йому загрожувало від десяти до двадцяти років.',
          'Поки тривав суд, його тримали у слідчому ізоляторі № 1 у Ростові-на-Дону. За даними Amnesty International, 16 вересня 2020 року його засудили до 14 років позбавлення волі. У січні 2024 року, за даними Front Line Defenders, він перебував у виправній колонії № 1 у Тамбові.',
          'Amnesty International визнає його в’язнем сумління, правозахисний центр «Меморіал» — політичним в’язнем, а журналістська спільнота — своїм колегою. На його повернення чекають дружина й четверо дітей. Найменшій дитині на час арешту було два місяці.',
        ],
        ru: [
          'Сервер Мустафаев — крымскотатарский правозащитник из Крыма. Он работал исполнительным директором одной из компаний в Севастополе и координировал инициативу «Крымская солидарность».',
          'Когда при оккупации начались преследования крымских татар, он приходил на судебные заседания, снимал их и рассказывал о них в интернете. Он поддерживал семьи заключённых и говорил об их делах на международном уровне, чтобы никто не мог сказать, будто не знал, что происходит в Крыму.',
          '21 мая 2018 года вооружённые люди в масках пришли к нему домой, провели обыск и увели его. Мать помнит, что было шесть утра; Национальный союз журналистов Украины называет время около семи. Сначала его обвинили по части 2 статьи 205.5 Уголовного кодекса РФ — обвинители называют это терроризмом. 22 февраля 2019 года добавили статью 278, которую они называют попыткой мятежа. Ему грозило от десяти до двадцати лет.',
          'Пока шёл суд, его держали в следственном изоляторе № 1 в Ростове-на-Дону. По данным Amnesty International, 16 сентября 2020 года его приговорили к 14 годам лишения свободы. В январе 2024 года, по данным Front Line Defenders, он находился в исправительной колонии № 1 в Тамбове.',
          'Amnesty International признаёт его узником совести, правозащитный центр «Мемориал» — политическим заключённым, а журналистское сообщество — своим коллегой. Его возвращения ждут жена и четверо детей. Младшему ребёнку на момент ареста было два месяца.',
        ],
        tr: [
          'Server Mustafayev, Kırımlı bir Kırım Tatar insan hakları savunucusudur. Sivastopol’daki bir şirkette icra direktörü olarak çalışıyor, Kırım Dayanışması girişiminin koordinatörlüğünü yapıyordu.',
          'İşgal altındaki Kırım’da Kırım Tatarlarına yönelik baskılar başlayınca duruşmalara gitti, çekim yaptı ve olanları internette duyurdu. Tutukluların ailelerine destek oldu, davalarını uluslararası alana taşıdı; kimse Kırım’da olup bitenleri bilmiyordum diyemesin istedi.',
          '21 Mayıs 2018’de maskeli ve silahlı kişiler evine geldi, evi aradı ve onu götürdü. Annesi saatin sabah altı olduğunu anlatıyor; Ukrayna Ulusal Gazeteciler Birliği ise yedi sularını belirtiyor. Önce Rusya Ceza Kanunu’nun 205.5. maddesinin 2. fıkrasıyla suçlandı; suçlayanlar buna terör diyor. 22 Şubat 2019’da, ayaklanma girişimi dedikleri 278. madde eklendi. On yıldan yirmi yıla kadar hapis cezasıyla karşı karşıyaydı.',
          'Dava sürerken Rostov-na-Donu’daki 1 No’lu Tutukevi’nde tutuldu. Uluslararası Af Örgütü’nün bildirdiğine göre 16 Eylül 2020’de 14 yıl hapis cezasına çarptırıldı. Front Line Defenders’a göre Ocak 2024’te Tambov’daki 1 No’lu Ceza Kolonisi’ndeydi.',
          'Uluslararası Af Örgütü onu düşünce mahkûmu, Memorial İnsan Hakları Merkezi siyasi mahkûm olarak tanıyor; gazeteciler de onu meslektaşları sayıyor. Eşi ve dört çocuğu dönüşünü bekliyor. Tutuklandığında en küçük çocuğu iki aylıktı.',
        ],
        'crh-Latn': [
          'Server Mustafayev — Qırımdan qırımtatar insan aqları qorçalayıcısı. O, Aqyardaki bir şirkette icra müdiri olıp çalışa ve «Qırım birdemligi» teşebbüsiniñ koordinatorı edi.',
          'İşğal astında qırımtatarlarnı taqip etüv başlanğan soñ, o, makeme oturışlarına barıp, olarnı videoğa çıqara ve internette haber ete edi. O, apiste olğanlarnıñ qorantalarına yardım etti ve olarnıñ davalarını halqara seviyege çıqardı, iç kimse Qırımda ne olğanını bilmey edim dep aytamasın.',
          '2018 senesi mayısnıñ 21-inde yüzleri maskalı, silâlı adamlar onıñ evine kelip, tintüv keçirdi ve onı alıp kettiler. Anası saba saat altı olğanını hatırlay; Ukraina milliy jurnalistler birligi ise saat yedi etrafında dep bildire. Başta onı Rusiye Cinayet kodeksi 205.5 maddesiniñ 2-nci qısmı boyunca qabaatladılar — qabaatlağanlar bunı terrorizm dep adlandıra. 2019 senesi fevralniñ 22-sinde 278-nci madde qoşuldı, onı isyan teşebbüsi dep adlandıralar. Oña on yıldan yigirmi yılğace apis cezası telükesi bar edi.',
          'Makeme devam etkende onı Rostov-na-Donudaki 1-nci sanlı tahqiqat apishanesinde tuttılar. Amnesty International haberine köre, 2020 senesi sentâbrniñ 16-sında oña 14 yıl apis cezası berildi. Front Line Defenders malümatına köre, 2024 senesi yanvar ayında o, Tambovdaki 1-nci sanlı ceza koloniyasında edi.',
          'Amnesty International onı vicdan mabüsi, «Memorial» aq qorçalayıcı merkezi siyasiy mabüs dep tanıy; jurnalistler onı öz meslekdeşi dep saya. Onıñ qaytmasını apayı ve dört balası bekley. Yaqalanğanda eñ kiçik balası eki aylıq edi.',
        ],
      }),
      occupations: [
        {
          title: words({
            en: 'Coordinator of the initiative Crimean Solidarity',
            uk: 'Координатор ініціативи «Кримська солідарність»',
            ru: 'Координатор инициативы «Крымская солидарность»',
            tr: 'Kırım Dayanışması girişiminin koordinatörü',
            'crh-Latn': '«Qırım birdemligi» teşebbüsiniñ koordinatorı',
          }),
          organization: link('organizations', 'crimean-solidarity'),
          sources: sources('profile'),
        },
        {
          title: words({
            en: 'Executive director of a company in Sevastopol',
            uk: 'Виконавчий директор компанії в Севастополі',
            ru: 'Исполнительный директор компании в Севастополе',
            tr: 'Sivastopol’da bir şirketin icra direktörü',
            'crh-Latn': 'Aqyardaki bir şirketniñ icra müdiri',
          }),
          sources: sources('profile'),
        },
      ],
      relations: [
        {
          type: 'parent',
          person: link('people', 'venera-mustafaieva'),
          visibility: 'named',
          label: words({ en: 'Mother', uk: 'Мати', ru: 'Мать', tr: 'Annesi', 'crh-Latn': 'Anası' }),
          sources: sources('profile'),
        },
        {
          type: 'spouse',
          count: 1,
          visibility: 'unnamed',
          label: words({ en: 'Wife', uk: 'Дружина', ru: 'Жена', tr: 'Eşi', 'crh-Latn': 'Apayı' }),
          sources: sources('profile'),
        },
        {
          type: 'child',
          count: 4,
          visibility: 'unnamed',
          label: words({
            en: 'Four children',
            uk: 'Четверо дітей',
            ru: 'Четверо детей',
            tr: 'Dört çocuğu',
            'crh-Latn': 'Dört balası',
          }),
          sources: sources('profile'),
        },
      ],
      charges: [
        {
          statute,
          article: '205.5(2)',
          penaltyMinYears: 10,
          penaltyMaxYears: 20,
          date: '2018-05-21',
          event: link('events', 'charge-205-5'),
          label: words({
            en: '“Terrorism”',
            uk: '«Тероризм»',
            ru: '«Терроризм»',
            tr: '“Terör”',
            'crh-Latn': '«Terrorizm»',
          }),
          sources: sources('profile', 'amnesty'),
        },
        {
          statute,
          article: '278',
          date: '2019-02-22',
          event: link('events', 'charge-278'),
          label: words({
            en: '“Attempt at insurrection”',
            uk: '«Спроба заколоту»',
            ru: '«Попытка мятежа»',
            tr: '“Ayaklanma girişimi”',
            'crh-Latn': '«İsyan teşebbüsi»',
          }),
          sources: sources('profile', 'amnesty'),
        },
      ],
      recognitions: [
        {
          kind: 'prisonerOfConscience',
          organization: link('organizations', 'amnesty-international'),
          sources: sources('profile', 'amnesty'),
        },
        {
          kind: 'politicalPrisoner',
          organization: link('organizations', 'memorial'),
          sources: sources('memorial'),
        },
        {
          kind: 'journalist',
          note: words({
            en: 'Counted by the journalistic community as a colleague',
            uk: 'Журналістська спільнота вважає його своїм колегою',
            ru: 'Журналистское сообщество считает его своим коллегой',
            tr: 'Gazeteciler onu meslektaşları sayıyor',
            'crh-Latn': 'Jurnalistler onı öz meslekdeşi dep saya',
          }),
          sources: sources('profile', 'union'),
        },
      ],
    },
  },
]
