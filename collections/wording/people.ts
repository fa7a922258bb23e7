import { say, type Wording } from './say.ts'

export const peopleWording: Wording = {
  singular: say('Person', 'Людина', 'Человек', 'Kişi'),
  plural: say('People', 'Люди', 'Люди', 'Kişiler'),
  help: say(
    'Prisoners of conscience and those close to them. Nothing is public before it is published.',
    'В’язні сумління та їхні близькі. До публікації ніхто сторонній нічого не бачить.',
    'Узники совести и их близкие. До публикации никто посторонний ничего не видит.',
    'Düşünce mahkûmları ve yakınları. Yayımlanmadan hiçbir şey herkese açık değildir.',
  ),
  tabs: {
    profile: {
      label: say('Profile', 'Профіль', 'Профиль', 'Profil'),
      help: say('Who this is.', 'Хто це.', 'Кто это.', 'Bu kişi kim?'),
    },
    story: {
      label: say('Story', 'Історія', 'История', 'Öykü'),
      help: say('The life, told.', 'Розповідь про життя.', 'Рассказ о жизни.', 'Yaşamı, anlatıldığı gibi.'),
    },
    case: {
      label: say('Case', 'Справа', 'Дело', 'Dava'),
      help: say(
        'An accusation is told as an accusation. Where somebody is held follows from the newest published event.',
        'Обвинувачення подають як обвинувачення. Де людину утримують, випливає з найновішої опублікованої події.',
        'Обвинение подаётся как обвинение. Где человека содержат, следует из новейшего опубликованного события.',
        'Suçlama, suçlama olarak anlatılır. Kişinin nerede tutulduğu yayımlanmış en yeni olaydan çıkar.',
      ),
    },
    close: {
      label: say('People close to them', 'Близькі люди', 'Близкие люди', 'Yakınları'),
      help: say(
        'Relatives, lawyers, colleagues. Minors are not named.',
        'Родичі, адвокати, колеги. Неповнолітніх не називають.',
        'Родственники, адвокаты, коллеги. Несовершеннолетних не называют.',
        'Akrabalar, avukatlar, iş arkadaşları. Reşit olmayanların adı verilmez.',
      ),
    },
    quotes: {
      label: say('Quotes', 'Цитати', 'Цитаты', 'Alıntılar'),
      help: say(
        'What they said, and what was said about them.',
        'Що сказала ця людина і що сказано про неї.',
        'Что сказал этот человек и что сказано о нём.',
        'Bu kişinin söyledikleri ve hakkında söylenenler.',
      ),
    },
    events: {
      label: say('Events', 'Події', 'События', 'Olaylar'),
      help: say(
        'What happened to them, newest first.',
        'Що з ними сталося, від найновішого.',
        'Что с ними произошло, от новейшего.',
        'Başından geçenler, en yenisi başta.',
      ),
    },
    letters: {
      label: say('Letters', 'Листи', 'Письма', 'Mektuplar'),
      help: say(
        'Whether one can write to them. The address comes from the place where they are held.',
        'Чи можна їм писати. Адреса береться з місця утримання.',
        'Можно ли им писать. Адрес берётся из места содержания.',
        'Kendisine yazılabilir mi? Adres, tutulduğu yerden gelir.',
      ),
    },
    safety: {
      label: say('Safety', 'Безпека', 'Безопасность', 'Güvenlik'),
      help: say(
        'For the team only. Nothing on this tab is ever published; “Appears as” decides how the name appears.',
        'Лише для команди. Нічого з цієї вкладки ніколи не публікується; «Як показувати» визначає вигляд імені.',
        'Только для команды. Ничего с этой вкладки никогда не публикуется; «Как показывать» определяет вид имени.',
        'Yalnızca ekip için. Bu sekmedeki hiçbir şey yayımlanmaz; adın nasıl görüneceğini “Görünüş” belirler.',
      ),
    },
  },
  fields: {
    slug: {
      label: say('Address word', 'Слово адреси', 'Слово адреса', 'Adres sözcüğü'),
      help: say(
        'Part of the web address, the same in all languages: server-mustafaiev. An old one keeps finding the person.',
        'Частина вебадреси, однакова для всіх мов: server-mustafaiev. Стара й далі веде до людини.',
        'Часть веб-адреса, одинаковая для всех языков: server-mustafaiev. Старая по-прежнему ведёт к человеку.',
        'Web adresinin bütün dillerde aynı olan parçası: server-mustafaiev. Eskisi de kişiyi bulmayı sürdürür.',
      ),
    },
    slugKey: {
      label: say('Address key', 'Ключ адреси', 'Ключ адреса', 'Adres anahtarı'),
      help: say(
        'Keeps two people from one address word.',
        'Не дає двом людям одного слова адреси.',
        'Не даёт двум людям одного слова адреса.',
        'İki kişinin aynı adres sözcüğünü almasını önler.',
      ),
    },
    formerSlugs: {
      label: say('Former address words', 'Колишні слова адреси', 'Прежние слова адреса', 'Eski adres sözcükleri'),
      help: say(
        'Kept so that old links still lead here.',
        'Зберігаються, щоб старі посилання й далі вели сюди.',
        'Хранятся, чтобы старые ссылки по-прежнему вели сюда.',
        'Eski bağlantılar buraya gelsin diye saklanır.',
      ),
    },
    'formerSlugs.slug': {
      label: say('Former address word', 'Колишнє слово адреси', 'Прежнее слово адреса', 'Eski adres sözcüğü'),
      help: say('As it was.', 'Як було.', 'Как было.', 'Olduğu gibi.'),
    },
    name: {
      label: say('Name', 'Ім’я', 'Имя', 'Ad'),
      help: say(
        'As it is written in the language chosen above.',
        'Як його пишуть мовою, вибраною вгорі.',
        'Как его пишут на языке, выбранном вверху.',
        'Yukarıda seçili dilde yazıldığı gibi.',
      ),
    },
    'name.given': {
      label: say('Given name', 'Ім’я', 'Имя', 'Ad'),
      help: say('Server', 'Сервер', 'Сервер', 'Server'),
    },
    'name.additional': {
      label: say('Patronymic', 'По батькові', 'Отчество', 'Baba adı'),
      help: say('Needed for letters.', 'Потрібне для листів.', 'Нужно для писем.', 'Mektuplar için gerekir.'),
    },
    'name.family': {
      label: say('Family name', 'Прізвище', 'Фамилия', 'Soyadı'),
      help: say('Mustafaiev', 'Мустафаєв', 'Мустафаев', 'Mustafayev'),
    },
    displayName: {
      label: say('Shown as', 'Показується як', 'Показывается как', 'Gösterildiği biçim'),
      help: say(
        'Made from the name, in the order of this language.',
        'Складається з імені в порядку цієї мови.',
        'Составляется из имени в порядке этого языка.',
        'Addan, bu dilin sırasıyla oluşturulur.',
      ),
    },
    sortName: {
      label: say('Sorted as', 'Сортується як', 'Сортируется как', 'Sıralandığı biçim'),
      help: say(
        'Made from the name, family name first.',
        'Складається з імені, прізвище спершу.',
        'Составляется из имени, фамилия впереди.',
        'Addan, soyadı önde olarak oluşturulur.',
      ),
    },
    alternateNames: {
      label: say(
        'Other spellings and names',
        'Інші написання та імена',
        'Другие написания и имена',
        'Başka yazımlar ve adlar',
      ),
      row: say('Spelling', 'Написання', 'Написание', 'Yazım'),
      help: say(
        'Every spelling that people search for.',
        'Усі написання, за якими людину шукають.',
        'Все написания, по которым человека ищут.',
        'İnsanların aradığı bütün yazımlar.',
      ),
    },
    'alternateNames.value': {
      label: say('Spelling', 'Написання', 'Написание', 'Yazım'),
      help: say('The whole name.', 'Ім’я повністю.', 'Имя полностью.', 'Adın tamamı.'),
    },
    'alternateNames.locale': {
      label: say('Language', 'Мова', 'Язык', 'Dil'),
      help: say(
        'A code: en, uk, crh-Latn.',
        'Код: en, uk, crh-Latn.',
        'Код: en, uk, crh-Latn.',
        'Bir kod: en, uk, crh-Latn.',
      ),
    },
    'alternateNames.kind': {
      label: say('Kind', 'Вид', 'Вид', 'Tür'),
      help: say(
        'Where this spelling comes from.',
        'Звідки це написання.',
        'Откуда это написание.',
        'Bu yazımın nereden geldiği.',
      ),
    },
    nameKeys: {
      label: say('Search keys', 'Ключі пошуку', 'Ключи поиска', 'Arama anahtarları'),
      help: say(
        'Made from all names, the same for all scripts.',
        'Складаються з усіх імен, однакові для всіх письмен.',
        'Составляются из всех имён, одинаковые для всех письменностей.',
        'Bütün adlardan oluşturulur, her yazı için aynıdır.',
      ),
    },
    kind: {
      label: say('Who this is', 'Хто це', 'Кто это', 'Kim olduğu'),
      help: say(
        'The role in which we tell of this person.',
        'Роль, у якій ми розповідаємо про людину.',
        'Роль, в которой мы рассказываем о человеке.',
        'Bu kişiyi hangi yönüyle anlatıyoruz?',
      ),
    },
    gender: {
      label: say('Gender', 'Рід', 'Род', 'Cinsiyet'),
      help: say(
        'Grammar needs it: mother or father, prisoner in the feminine.',
        'Потрібен граматиці: мати чи батько, в’язень чи ув’язнена.',
        'Нужен грамматике: мать или отец, узник или узница.',
        'Dil bilgisi için gerekir: anne mi baba mı?',
      ),
    },
    birthDate: {
      label: say('Born', 'Дата народження', 'Дата рождения', 'Doğum tarihi'),
      help: say(
        '1986-05-05, 1986, or 1986~ for “about 1986”.',
        '1986-05-05, 1986 або 1986~ — «близько 1986».',
        '1986-05-05, 1986 или 1986~ — «около 1986».',
        '1986-05-05, 1986 ya da “1986 dolayları” için 1986~.',
      ),
    },
    deathDate: {
      label: say('Died', 'Дата смерті', 'Дата смерти', 'Ölüm tarihi'),
      help: say(
        'Empty while the person lives.',
        'Порожньо, поки людина жива.',
        'Пусто, пока человек жив.',
        'Kişi yaşadıkça boş kalır.',
      ),
    },
    description: {
      label: say('In short', 'Коротко', 'Коротко', 'Kısaca'),
      help: say(
        'Who this is and why it matters, in one or two sentences. At most 300 characters.',
        'Хто це і чому це важливо, одним-двома реченнями. Не більше 300 символів.',
        'Кто это и почему это важно, в одном-двух предложениях. Не более 300 символов.',
        'Kim olduğu ve neden önemli olduğu, bir iki cümleyle. En çok 300 karakter.',
      ),
    },
    portrait: {
      label: say('Portrait', 'Портрет', 'Портрет', 'Portre'),
      help: say(
        'A picture that may be shown everywhere.',
        'Знімок, який можна показувати всюди.',
        'Снимок, который можно показывать везде.',
        'Her yerde gösterilebilecek bir fotoğraf.',
      ),
    },
    biography: {
      label: say('Biography', 'Життєпис', 'Биография', 'Yaşam öyküsü'),
      help: say(
        'The story in our own words. Headings, lists, quotations and links are possible.',
        'Історія нашими словами. Можливі заголовки, списки, цитати й посилання.',
        'История нашими словами. Возможны заголовки, списки, цитаты и ссылки.',
        'Öykü, kendi sözlerimizle. Başlıklar, listeler, alıntılar ve bağlantılar kullanılabilir.',
      ),
    },
    occupations: {
      label: say('Occupations', 'Заняття', 'Занятия', 'Uğraşları'),
      row: say('Occupation', 'Заняття', 'Занятие', 'Uğraş'),
      help: say(
        'Work, offices, activism.',
        'Праця, посади, активізм.',
        'Работа, должности, активизм.',
        'İş, görevler, aktivizm.',
      ),
    },
    'occupations.title': {
      label: say('Occupation', 'Заняття', 'Занятие', 'Uğraş'),
      help: say('Coordinator', 'Координатор', 'Координатор', 'Koordinatör'),
    },
    charges: {
      label: say('Charges', 'Обвинувачення', 'Обвинения', 'Suçlamalar'),
      row: say('Charge', 'Обвинувачення', 'Обвинение', 'Suçlama'),
      help: say(
        'The accuser’s words, marked as such. What was handed down stands in the event “Verdict”.',
        'Слова обвинувача, позначені як такі. Вирок записують у події «Вирок».',
        'Слова обвинителя, помеченные как таковые. Приговор записывают в событии «Приговор».',
        'Suçlayanın sözleri, öyle olduğu belirtilerek. Verilen ceza “Hüküm” olayında durur.',
      ),
    },
    'charges.label': {
      label: say('In the accuser’s words', 'Словами обвинувача', 'Словами обвинителя', 'Suçlayanın sözleriyle'),
      help: say(
        'Front ends show this in quotation marks.',
        'На сайтах це показують у лапках.',
        'На сайтах это показывают в кавычках.',
        'Sitelerde tırnak içinde gösterilir.',
      ),
    },
    'charges.penaltyMinYears': {
      label: say('Faced, from (years)', 'Загрожує, від (років)', 'Грозит, от (лет)', 'İstenen ceza, en az (yıl)'),
      help: say('The least.', 'Найменше.', 'Наименьшее.', 'En azı.'),
    },
    'charges.penaltyMaxYears': {
      label: say('Faced, up to (years)', 'Загрожує, до (років)', 'Грозит, до (лет)', 'İstenen ceza, en çok (yıl)'),
      help: say('The most.', 'Найбільше.', 'Наибольшее.', 'En çoğu.'),
    },
    'charges.event': {
      label: say('Brought by the event', 'Подія висунення', 'Событие предъявления', 'İlgili olay'),
      help: say(
        'The event in which this charge was brought.',
        'Подія, коли висунули це обвинувачення.',
        'Событие, когда предъявили это обвинение.',
        'Bu suçlamanın yöneltildiği olay.',
      ),
    },
    recognitions: {
      label: say('Recognitions', 'Визнання', 'Признание', 'Tanınmalar'),
      row: say('Recognition', 'Визнання', 'Признание', 'Tanınma'),
      help: say(
        'Who recognised this person, as what, and when.',
        'Хто, ким і коли визнав цю людину.',
        'Кто, кем и когда признал этого человека.',
        'Bu kişiyi kim, ne olarak ve ne zaman tanıdı?',
      ),
    },
    'recognitions.kind': {
      label: say('Recognised as', 'Визнано як', 'Признан как', 'Tanındığı sıfat'),
      help: say(
        'The recogniser’s own term.',
        'Термін того, хто визнав.',
        'Термин того, кто признал.',
        'Tanıyanın kendi terimi.',
      ),
    },
    'recognitions.note': {
      label: say('Note', 'Примітка', 'Примечание', 'Not'),
      help: say(
        'Who recognised, where it is no single organization; the name of an award.',
        'Хто визнав, якщо це не одна організація; назва нагороди.',
        'Кто признал, если это не одна организация; название награды.',
        'Tek bir kuruluş değilse kimin tanıdığı; ödülün adı.',
      ),
    },
    relations: {
      label: say('Relations', 'Зв’язки', 'Связи', 'İlişkiler'),
      row: say('Relation', 'Зв’язок', 'Связь', 'İlişki'),
      help: say(
        'What the other person is to this one: parent, spouse, lawyer.',
        'Ким інша людина доводиться цій: батько чи мати, дружина чи чоловік, адвокат.',
        'Кем другой человек приходится этому: родитель, супруг, адвокат.',
        'Öbür kişi buna ne oluyor: anne ya da baba, eş, avukat.',
      ),
    },
    'relations.type': {
      label: say('Is their', 'Ким є', 'Кем является', 'Yakınlığı'),
      help: say(
        'The other person is this one’s …',
        'Інша людина — це …',
        'Другой человек — это …',
        'Öbür kişi bu kişinin …',
      ),
    },
    'relations.person': {
      label: say('Person', 'Людина', 'Человек', 'Kişi'),
      help: say(
        'Leave empty for somebody unnamed.',
        'Залиште порожнім, якщо людину не називають.',
        'Оставьте пустым, если человека не называют.',
        'Adı verilmeyecekse boş bırakın.',
      ),
    },
    'relations.label': {
      label: say('In words', 'Словами', 'Словами', 'Sözle'),
      help: say(
        'For the unnamed: “four children”.',
        'Для неназваних: «четверо дітей».',
        'Для неназванных: «четверо детей».',
        'Adı verilmeyenler için: “dört çocuk”.',
      ),
    },
    'relations.count': {
      label: say('How many', 'Скільки', 'Сколько', 'Kaç kişi'),
      help: say(
        'Four children are one row.',
        'Четверо дітей — один рядок.',
        'Четверо детей — одна строка.',
        'Dört çocuk tek satırdır.',
      ),
    },
    'relations.visibility': {
      label: say('Visibility', 'Видимість', 'Видимость', 'Görünürlük'),
      help: say(
        'Named: with a link. Unnamed: the relation without the name. Internal: never published.',
        'З іменем: із посиланням. Без імені: лише зв’язок. Внутрішнє: ніколи не публікується.',
        'С именем: со ссылкой. Без имени: только связь. Внутреннее: никогда не публикуется.',
        'Adıyla: bağlantılı. Adsız: yalnızca yakınlık. İç kullanım: hiç yayımlanmaz.',
      ),
    },
    letters: {
      label: say('Letters', 'Листи', 'Письма', 'Mektuplar'),
      help: say(
        'What writers must know.',
        'Що має знати той, хто пише.',
        'Что должен знать пишущий.',
        'Yazanların bilmesi gerekenler.',
      ),
    },
    'letters.accepted': {
      label: say('Letters reach them', 'Листи доходять', 'Письма доходят', 'Mektuplar ulaşıyor'),
      help: say('As far as we know.', 'Наскільки нам відомо.', 'Насколько нам известно.', 'Bildiğimiz kadarıyla.'),
    },
    'letters.note': {
      label: say('Advice', 'Поради', 'Советы', 'Öğütler'),
      help: say(
        'Language, topics to avoid, what helps.',
        'Мова, теми, яких слід уникати, що допомагає.',
        'Язык, темы, которых следует избегать, что помогает.',
        'Dil, kaçınılacak konular, iyi gelen şeyler.',
      ),
    },
    safety: {
      label: say('Safety', 'Безпека', 'Безопасность', 'Güvenlik'),
      help: say(
        'Internal: seen by editors and administrators only.',
        'Внутрішнє: бачать лише редактори й адміністратори.',
        'Внутреннее: видят только редакторы и администраторы.',
        'İç kullanım: yalnızca editörler ve yöneticiler görür.',
      ),
    },
    'safety.publishAs': {
      label: say('Appears as', 'Як показувати', 'Как показывать', 'Görünüş'),
      help: say(
        'Applies everywhere at once after the next publish: profile, relations, quotes, search.',
        'Після наступної публікації діє всюди одразу: профіль, зв’язки, цитати, пошук.',
        'После следующей публикации действует сразу везде: профиль, связи, цитаты, поиск.',
        'Bir sonraki yayımda her yerde geçerli olur: profil, ilişkiler, alıntılar, arama.',
      ),
    },
    'safety.pseudonym': {
      label: say('Pseudonym', 'Псевдонім', 'Псевдоним', 'Takma ad'),
      help: say(
        'Shown instead of the name where “Pseudonym” is chosen.',
        'Показується замість імені, якщо вибрано «Псевдонім».',
        'Показывается вместо имени, если выбран «Псевдоним».',
        '“Takma ad” seçiliyse adın yerine gösterilir.',
      ),
    },
    'safety.consent': {
      label: say('Consent', 'Згода', 'Согласие', 'Onay'),
      help: say(
        'Who agreed to be published, to what, and when.',
        'Хто, на що й коли дав згоду на публікацію.',
        'Кто, на что и когда дал согласие на публикацию.',
        'Yayım için kim, neye ve ne zaman onay verdi?',
      ),
    },
    'safety.consent.state': {
      label: say('State', 'Стан', 'Состояние', 'Durum'),
      help: say('As of the date beside.', 'На дату поруч.', 'На дату рядом.', 'Yandaki tarihe göre.'),
    },
    'safety.consent.givenBy': {
      label: say('Given by', 'Хто дав', 'Кто дал', 'Veren'),
      help: say(
        'The person, or who speaks for them.',
        'Сама людина або той, хто говорить від її імені.',
        'Сам человек или тот, кто говорит от его имени.',
        'Kişinin kendisi ya da onun adına konuşan.',
      ),
    },
    'safety.consent.scope': {
      label: say('Covers', 'Охоплює', 'Охватывает', 'Kapsamı'),
      help: say(
        'Only what is named here.',
        'Лише те, що тут назване.',
        'Только то, что здесь названо.',
        'Yalnızca burada sayılanlar.',
      ),
    },
    'safety.risk': {
      label: say('Risks', 'Ризики', 'Риски', 'Riskler'),
      help: say(
        'What publishing could bring upon whom.',
        'Чим і кому може зашкодити публікація.',
        'Чем и кому может навредить публикация.',
        'Yayımlamak kime ne getirebilir?',
      ),
    },
    'safety.notes': {
      label: say('Notes', 'Нотатки', 'Заметки', 'Notlar'),
      help: say('For the team.', 'Для команди.', 'Для команды.', 'Ekip için.'),
    },
    quotesSaid: {
      label: say('Said by them', 'Слова цієї людини', 'Слова этого человека', 'Söyledikleri'),
      help: say(
        'Quotes with this person as the speaker.',
        'Цитати, де ця людина — мовець.',
        'Цитаты, где этот человек — говорящий.',
        'Konuşanın bu kişi olduğu alıntılar.',
      ),
    },
    quotesAbout: {
      label: say('Said about them', 'Сказане про цю людину', 'Сказанное об этом человеке', 'Hakkında söylenenler'),
      help: say(
        'Quotes that are about this person.',
        'Цитати про цю людину.',
        'Цитаты об этом человеке.',
        'Bu kişi hakkındaki alıntılar.',
      ),
    },
    eventsWith: {
      label: say('Events', 'Події', 'События', 'Olaylar'),
      help: say(
        'Events in which this person takes part.',
        'Події, у яких бере участь ця людина.',
        'События, в которых участвует этот человек.',
        'Bu kişinin yer aldığı olaylar.',
      ),
    },
  },
}
