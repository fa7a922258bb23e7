import { type DemoDocument, either, link, type PerLocale, sources, words } from './content.ts'

/** The mother's words as reported speech of our own; in which language she spoke is not known. */
function saidByMother(key: string, order: number, about: string[], text: PerLocale<string>): DemoDocument {
  return {
    type: 'quotes',
    key,
    data: {
      text: words(text),
      originalLocale: 'und',
      speaker: link('people', 'venera-mustafaieva'),
      connection: 'relative',
      about: [either('people', 'server-mustafaiev'), ...about.map((event) => either('events', event))],
      sources: sources('mother'),
      featured: order === 1,
      order,
    },
  }
}

// Crimean Tatar: to be confirmed by a native speaker.
export const quotes: DemoDocument[] = [
  saidByMother('character', 1, ['case'], {
    en: 'Her son is kind and upright, his mother says. Whoever taught him or worked with him had nothing but thanks for the family; terrorism is a word that does not fit him at all. When the searches began he hurried to help others.',
    uk: 'Її син добрий і праведний, каже мати. Усі, хто його вчив чи з ним працював, лише дякували родині; слово «тероризм» до нього зовсім не пасує. Коли почалися обшуки, він поспішав на допомогу іншим.',
    ru: 'Её сын добрый и праведный, говорит мать. Все, кто его учил или с ним работал, только благодарили семью; слово «терроризм» к нему совсем не подходит. Когда начались обыски, он спешил на помощь другим.',
    tr: 'Annesi, oğlunun iyi yürekli ve dürüst olduğunu söylüyor. Onu okutan da onunla çalışan da aileye yalnızca teşekkür etmiş; terör sözcüğü ona hiç yakışmıyor. Aramalar başlayınca başkalarının yardımına koşmuş.',
    'crh-Latn':
      'Oğlu yüregi temiz ve doğru insan, dep ayta anası. Onı oqutqanlar da, onıñnen çalışqanlar da qorantağa tek teşekkür bildirgenler; terrorizm sözü oña iç kelişmey. Tintüvler başlanğanda, o, başqalarğa yardımğa aşıqqan.',
  }),
  saidByMother('morning', 2, ['search'], {
    en: 'The family will carry that morning with them always, she says: armed men in masks at the door, the house turned over, her son led away. What could anybody have done to deserve it, she asks, and calls it one more outrage against her people and the Muslims of Crimea.',
    uk: 'Той ранок залишиться з родиною назавжди, каже вона: озброєні люди в масках біля дверей, перевернутий дім, син, якого повели. Чим можна таке заслужити, питає вона й називає це ще однією наругою над її народом і мусульманами Криму.',
    ru: 'То утро останется с семьёй навсегда, говорит она: вооружённые люди в масках у двери, перевёрнутый дом, сын, которого увели. Чем можно такое заслужить, спрашивает она и называет это ещё одним надругательством над её народом и мусульманами Крыма.',
    tr: 'O sabah aileyi hiç bırakmayacak, diyor: kapıda maskeli, silahlı kişiler, altüst edilen ev, götürülen oğul. İnsan bunu hak etmek için ne yapmış olabilir, diye soruyor ve olanı halkına ve Kırım Müslümanlarına yapılmış bir zulüm daha sayıyor.',
    'crh-Latn':
      'O saba qorantanıñ aqılından iç çıqmaycaq, dep ayta o: qapıda maskalı, silâlı adamlar, altı üstüne ketirilgen ev, alınıp ketilgen oğlu. İnsan bunı aq etmek içün ne yapqan ola bilir, dep soray ve bunı halqına ve Qırım musulmanlarına qarşı daa bir zulum dep saya.',
  }),
  saidByMother('children', 3, ['case'], {
    en: 'His children are growing up and ask for him again and again, she says; the grown-ups answer that it will not be long. The men have yet to stop proving their innocence, and their people are proud of them. She wants her son at home, and asks others to stand by the family.',
    uk: 'Його діти ростуть і знову й знову питають про нього, розповідає вона; дорослі відповідають, що вже недовго. Чоловіки не перестають доводити свою невинуватість, і народ ними пишається. Вона хоче, щоб син був удома, і просить людей підтримати родину.',
    ru: 'Его дети растут и снова и снова спрашивают о нём, рассказывает она; взрослые отвечают, что осталось недолго. Мужчины не перестают доказывать свою невиновность, и народ ими гордится. Она хочет, чтобы сын был дома, и просит людей поддержать семью.',
    tr: 'Çocukları büyüyor ve hep onu soruyor, diye anlatıyor; büyükler az kaldığını söylüyor. Erkekler suçsuzluklarını kanıtlamaktan vazgeçmiyor, halkları da onlarla gurur duyuyor. Oğlunun evde olmasını istiyor ve insanlardan aileye destek olmalarını bekliyor.',
    'crh-Latn':
      'Onıñ balaları öse ve tekrar-tekrar onı soraylar, dep ikâye ete o; büyükler az qaldı dep cevap bereler. Erkekler qabaatsız olğanlarını isbatlamaqtan vazgeçmeyler, halqı olarnen ğururlana. O, oğlunıñ evde olmasını istey ve insanlardan qorantağa destek beklemekte.',
  }),
]
