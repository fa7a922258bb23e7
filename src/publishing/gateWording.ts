type Sentence = { message: string; cure: string }
/** In the languages of the admin. `{name}` stands for a value of the finding. */
export type GateWording = { en: Sentence; uk: Sentence; ru: Sentence; tr: Sentence }

/** What each gate says and how to cure it: the row of the same name in `gates`. */
export const gateWording = {
  factsFirst: {
    en: {
      message: 'The facts of this document are not public yet.',
      cure: 'Publish the facts together with this language.',
    },
    uk: { message: 'Факти цього документа ще не оприлюднено.', cure: 'Оприлюдніть факти разом із цією мовою.' },
    ru: { message: 'Факты этого документа ещё не опубликованы.', cure: 'Опубликуйте факты вместе с этим языком.' },
    tr: { message: 'Bu belgenin olguları henüz yayında değil.', cure: 'Olguları bu dille birlikte yayımlayın.' },
  },
  requiredWords: {
    en: { message: '“{field}” is missing in this language.', cure: 'Fill in “{field}” in this language.' },
    uk: { message: 'Цією мовою бракує поля «{field}».', cure: 'Заповніть «{field}» цією мовою.' },
    ru: { message: 'На этом языке не хватает поля «{field}».', cure: 'Заполните «{field}» на этом языке.' },
    tr: { message: 'Bu dilde “{field}” eksik.', cure: '“{field}” alanını bu dilde doldurun.' },
  },
  requiredFacts: {
    en: { message: '“{field}” is missing.', cure: 'Fill in “{field}”.' },
    uk: { message: 'Бракує поля «{field}».', cure: 'Заповніть «{field}».' },
    ru: { message: 'Не хватает поля «{field}».', cure: 'Заполните «{field}».' },
    tr: { message: '“{field}” eksik.', cure: '“{field}” alanını doldurun.' },
  },
  name: {
    en: {
      message: 'The person has no name in this language.',
      cure: 'Write the name in this language, or transliterate it.',
    },
    uk: { message: 'Цією мовою в людини немає імені.', cure: 'Напишіть ім’я цією мовою або транслітеруйте його.' },
    ru: {
      message: 'На этом языке у человека нет имени.',
      cure: 'Напишите имя на этом языке или транслитерируйте его.',
    },
    tr: { message: 'Bu dilde kişinin adı yok.', cure: 'Adı bu dilde yazın veya harf çevirisi yapın.' },
  },
  pseudonym: {
    en: {
      message: 'The person appears under a pseudonym, but there is none in this language.',
      cure: 'Write the pseudonym in this language on the Safety tab.',
    },
    uk: {
      message: 'Людина показується під псевдонімом, але цією мовою його немає.',
      cure: 'Напишіть псевдонім цією мовою на вкладці «Безпека».',
    },
    ru: {
      message: 'Человек показывается под псевдонимом, но на этом языке его нет.',
      cure: 'Напишите псевдоним на этом языке на вкладке «Безопасность».',
    },
    tr: {
      message: 'Kişi takma adla gösteriliyor, ama bu dilde takma ad yok.',
      cure: 'Takma adı bu dilde Güvenlik sekmesinde yazın.',
    },
  },
  slug: {
    en: {
      message: 'The person has no address (slug).',
      cure: 'Give the person a slug, for example “server-mustafaiev”.',
    },
    uk: { message: 'У людини немає адреси (slug).', cure: 'Дайте людині адресу, наприклад «server-mustafaiev».' },
    ru: { message: 'У человека нет адреса (slug).', cure: 'Дайте человеку адрес, например «server-mustafaiev».' },
    tr: { message: 'Kişinin adresi (slug) yok.', cure: 'Kişiye bir adres verin, örneğin “server-mustafaiev”.' },
  },
  slugLetters: {
    en: {
      message: 'The address “{slug}” has other signs than small Latin letters, digits and single hyphens.',
      cure: 'Write it like “server-mustafaiev”.',
    },
    uk: {
      message: 'В адресі «{slug}» є інші знаки, ніж малі латинські літери, цифри та одинарні дефіси.',
      cure: 'Напишіть її на зразок «server-mustafaiev».',
    },
    ru: {
      message: 'В адресе «{slug}» есть другие знаки, кроме строчных латинских букв, цифр и одиночных дефисов.',
      cure: 'Напишите его по образцу «server-mustafaiev».',
    },
    tr: {
      message: '“{slug}” adresinde küçük Latin harfleri, rakamlar ve tek tireler dışında işaretler var.',
      cure: '“server-mustafaiev” gibi yazın.',
    },
  },
  slugTaken: {
    en: {
      message: 'The address “{slug}” belongs, or once belonged, to another public person.',
      cure: 'Choose another one, for example with a year of birth.',
    },
    uk: {
      message: 'Адреса «{slug}» належить або належала іншій оприлюдненій людині.',
      cure: 'Оберіть іншу, наприклад із роком народження.',
    },
    ru: {
      message: 'Адрес «{slug}» принадлежит или принадлежал другому опубликованному человеку.',
      cure: 'Выберите другой, например с годом рождения.',
    },
    tr: {
      message: '“{slug}” adresi yayındaki başka bir kişinin ya da eskiden onundu.',
      cure: 'Başka bir adres seçin, örneğin doğum yılıyla.',
    },
  },
  nameShown: {
    en: {
      message: 'The name is held back, but “{field}” gives it away: “{name}”.',
      cure: 'Take the name out of “{field}” and publish this part again, or withdraw it.',
    },
    uk: {
      message: 'Ім’я не розголошується, але «{field}» його видає: «{name}».',
      cure: 'Приберіть ім’я з «{field}» і оприлюдніть цю частину знову або відкличте її.',
    },
    ru: {
      message: 'Имя не разглашается, но «{field}» его выдаёт: «{name}».',
      cure: 'Уберите имя из «{field}» и опубликуйте эту часть снова или отзовите её.',
    },
    tr: {
      message: 'Ad gizli tutuluyor, ama “{field}” onu ele veriyor: “{name}”.',
      cure: 'Adı “{field}” alanından çıkarıp bu bölümü yeniden yayımlayın veya geri çekin.',
    },
  },
  heldBackNameShown: {
    en: {
      message: '“{field}” says the name of somebody whose name is held back: “{name}”.',
      cure: 'Take the name out of “{field}”, or the person out of this document.',
    },
    uk: {
      message: '«{field}» називає людину, чиє ім’я не розголошується: «{name}».',
      cure: 'Приберіть ім’я з «{field}» або людину з цього документа.',
    },
    ru: {
      message: '«{field}» называет человека, чьё имя не разглашается: «{name}».',
      cure: 'Уберите имя из «{field}» или человека из этого документа.',
    },
    tr: {
      message: '“{field}”, adı gizli tutulan birinin adını söylüyor: “{name}”.',
      cure: 'Adı “{field}” alanından ya da kişiyi bu belgeden çıkarın.',
    },
  },
  publishAsEverywhere: {
    en: {
      message: 'How the person is named has changed, and this language still shows the former name.',
      cure: 'Publish this language together with the others, or withdraw it.',
    },
    uk: {
      message: 'Спосіб називати людину змінився, а ця мова ще показує попереднє ім’я.',
      cure: 'Оприлюдніть цю мову разом з іншими або відкличте її.',
    },
    ru: {
      message: 'Способ называть человека изменился, а этот язык ещё показывает прежнее имя.',
      cure: 'Опубликуйте этот язык вместе с остальными или отзовите его.',
    },
    tr: {
      message: 'Kişinin nasıl adlandırıldığı değişti, bu dil ise hâlâ eski adı gösteriyor.',
      cure: 'Bu dili ötekilerle birlikte yayımlayın veya geri çekin.',
    },
  },
  sourceLocale: {
    en: {
      message: 'The language that this was written in is not chosen, so nobody can see which translations are stale.',
      cure: 'Choose the source language.',
    },
    uk: {
      message: 'Не вибрано мову, якою це написано, тож не видно, які переклади застаріли.',
      cure: 'Виберіть мову оригіналу.',
    },
    ru: {
      message: 'Не выбран язык, на котором это написано, поэтому не видно, какие переводы устарели.',
      cure: 'Выберите язык оригинала.',
    },
    tr: {
      message: 'Bunun hangi dilde yazıldığı seçilmemiş; hangi çevirilerin eskidiği görülemez.',
      cure: 'Kaynak dili seçin.',
    },
  },
  sourceLocaleFirst: {
    en: {
      message: 'The language it was translated from ({locale}) is not public.',
      cure: 'Publish {locale} too, so that readers can be told when a translation is stale.',
    },
    uk: {
      message: 'Мову, з якої перекладено ({locale}), не оприлюднено.',
      cure: 'Оприлюдніть і {locale}, щоб читачі бачили, коли переклад застарів.',
    },
    ru: {
      message: 'Язык, с которого переведено ({locale}), не опубликован.',
      cure: 'Опубликуйте и {locale}, чтобы читатели видели, когда перевод устарел.',
    },
    tr: {
      message: 'Çevirinin yapıldığı dil ({locale}) yayında değil.',
      cure: '{locale} dilini de yayımlayın ki okurlar çevirinin eskidiğini görebilsin.',
    },
  },
  unsourced: {
    en: { message: 'Nothing says where this is from.', cure: 'Add a source.' },
    uk: { message: 'Не сказано, звідки це відомо.', cure: 'Додайте джерело.' },
    ru: { message: 'Не сказано, откуда это известно.', cure: 'Добавьте источник.' },
    tr: { message: 'Bunun nereden bilindiği söylenmemiş.', cure: 'Bir kaynak ekleyin.' },
  },
  unpublishedRelation: {
    en: {
      message: '“{name}” is not public, so nothing of it will be shown here.',
      cure: 'Publish “{name}” as well, or leave it out.',
    },
    uk: {
      message: '«{name}» не оприлюднено, тож тут нічого з цього не буде видно.',
      cure: 'Оприлюдніть також «{name}» або не згадуйте.',
    },
    ru: {
      message: '«{name}» не опубликовано, поэтому здесь ничего из этого не будет видно.',
      cure: 'Опубликуйте также «{name}» или не упоминайте.',
    },
    tr: {
      message: '“{name}” yayında değil; burada ondan hiçbir şey görünmeyecek.',
      cure: '“{name}” belgesini de yayımlayın veya çıkarın.',
    },
  },
  nameSaidElsewhere: {
    en: {
      message: 'The name is held back here, but “{name}” is public and says it: “{said}”.',
      cure: 'Take the name out of “{name}” and publish it again, or withdraw it.',
    },
    uk: {
      message: 'Тут ім’я не розголошується, але «{name}» є у відкритому доступі й називає його: «{said}».',
      cure: 'Приберіть ім’я з «{name}» і оприлюдніть знову або відкличте.',
    },
    ru: {
      message: 'Здесь имя не разглашается, но «{name}» опубликован и называет его: «{said}».',
      cure: 'Уберите имя из «{name}» и опубликуйте снова или отзовите.',
    },
    tr: {
      message: 'Ad burada gizli tutuluyor, ama yayındaki “{name}” onu söylüyor: “{said}”.',
      cure: 'Adı “{name}” belgesinden çıkarıp yeniden yayımlayın veya geri çekin.',
    },
  },
  minorNamed: {
    en: {
      message: 'This may name a child: {name}.',
      cure: 'Show the person without a name, unless there is a reason and consent.',
    },
    uk: {
      message: 'Можливо, тут названо дитину: {name}.',
      cure: 'Покажіть людину без імені, якщо немає підстави та згоди.',
    },
    ru: {
      message: 'Возможно, здесь назван ребёнок: {name}.',
      cure: 'Покажите человека без имени, если нет основания и согласия.',
    },
    tr: {
      message: 'Burada bir çocuğun adı geçiyor olabilir: {name}.',
      cure: 'Bir gerekçe ve onay yoksa kişiyi adsız gösterin.',
    },
  },
  originalUnknown: {
    en: {
      message: 'The language in which this was said is not known.',
      cure: 'Choose the original language if it can be found out.',
    },
    uk: { message: 'Невідомо, якою мовою це сказано.', cure: 'Виберіть мову оригіналу, якщо її можна з’ясувати.' },
    ru: {
      message: 'Неизвестно, на каком языке это сказано.',
      cure: 'Выберите язык оригинала, если его можно выяснить.',
    },
    tr: { message: 'Bunun hangi dilde söylendiği bilinmiyor.', cure: 'Öğrenilebiliyorsa özgün dili seçin.' },
  },
} as const satisfies { readonly [gate: string]: GateWording }

export type GateName = keyof typeof gateWording
