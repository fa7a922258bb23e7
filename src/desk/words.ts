/**
 * Every sentence of the studio's own parts, in the four languages of its interface. `{name}` is
 * filled in; where a sentence counts, it has the plural forms of its language (CLDR).
 */
export const studioLanguages = ['en', 'uk', 'ru', 'tr'] as const
export type StudioLanguage = (typeof studioLanguages)[number]
export type Text = string | ({ other: string } & { [form in Intl.LDMLPluralRule]?: string })
export type Sentence = Record<StudioLanguage, Text>

export const words = {
  // the publish panel
  publish: { en: 'Publish', uk: 'Опублікувати', ru: 'Опубликовать', tr: 'Yayımla' },
  publicState: { en: 'What is public', uk: 'Що публічно', ru: 'Что публично', tr: 'Yayında olan' },
  publishTitle: { en: 'Publish {title}', uk: 'Публікація: {title}', ru: 'Публикация: {title}', tr: 'Yayımla: {title}' },
  pendingParts: {
    en: { one: '{count} part pending', other: '{count} parts pending' },
    uk: { one: '{count} частина чекає', few: '{count} частини чекають', other: '{count} частин чекають' },
    ru: { one: '{count} часть ждёт', few: '{count} части ждут', other: '{count} частей ждут' },
    tr: { other: '{count} bölüm bekliyor' },
  },
  publishParts: {
    en: { one: 'Publish {count} part', other: 'Publish {count} parts' },
    uk: {
      one: 'Опублікувати {count} частину',
      few: 'Опублікувати {count} частини',
      other: 'Опублікувати {count} частин',
    },
    ru: { one: 'Опубликовать {count} часть', few: 'Опубликовать {count} части', other: 'Опубликовать {count} частей' },
    tr: { other: '{count} bölümü yayımla' },
  },
  chooseParts: {
    en: 'Choose what becomes public',
    uk: 'Виберіть, що стане публічним',
    ru: 'Выберите, что станет публичным',
    tr: 'Neyin yayımlanacağını seçin',
  },
  facts: { en: 'Facts', uk: 'Факти', ru: 'Факты', tr: 'Olgular' },
  factsHelp: {
    en: 'The same in all languages: dates, places, relations, pictures',
    uk: 'Однакові в усіх мовах: дати, місця, зв’язки, зображення',
    ru: 'Одинаковы во всех языках: даты, места, связи, изображения',
    tr: 'Bütün dillerde aynı: tarihler, yerler, ilişkiler, resimler',
  },
  stateNever: { en: 'never public', uk: 'ще не публічно', ru: 'ещё не публично', tr: 'hiç yayımlanmadı' },
  statePublic: { en: 'public', uk: 'публічно', ru: 'публично', tr: 'yayında' },
  statePending: {
    en: 'public, changes pending',
    uk: 'публічно, є зміни',
    ru: 'публично, есть изменения',
    tr: 'yayında, değişiklik bekliyor',
  },
  stateWithdrawn: { en: 'withdrawn', uk: 'відкликано', ru: 'отозвано', tr: 'geri çekildi' },
  stateEmpty: {
    en: 'nothing written yet',
    uk: 'ще нічого не написано',
    ru: 'пока ничего не написано',
    tr: 'henüz boş',
  },
  staleUnits: {
    en: { one: '{count} field stale since the source changed', other: '{count} fields stale since the source changed' },
    uk: {
      one: '{count} поле застаріло після зміни джерела',
      few: '{count} поля застаріли після зміни джерела',
      other: '{count} полів застаріли після зміни джерела',
    },
    ru: {
      one: '{count} поле устарело после изменения источника',
      few: '{count} поля устарели после изменения источника',
      other: '{count} полей устарели после изменения источника',
    },
    tr: { other: 'kaynak değiştiğinden beri {count} alan eskidi' },
  },
  moreDifferences: {
    en: { one: '{count} more difference', other: '{count} more differences' },
    uk: { one: 'ще {count} відмінність', few: 'ще {count} відмінності', other: 'ще {count} відмінностей' },
    ru: { one: 'ещё {count} отличие', few: 'ещё {count} отличия', other: 'ещё {count} отличий' },
    tr: { other: '{count} fark daha' },
  },
  nothingThere: { en: 'nothing', uk: 'нічого', ru: 'ничего', tr: 'boş' },
  becomes: { en: 'becomes', uk: 'стає', ru: 'становится', tr: 'şu olur' },
  refused: { en: 'Not ready', uk: 'Не готово', ru: 'Не готово', tr: 'Hazır değil' },
  warning: { en: 'Please look', uk: 'Зверніть увагу', ru: 'Обратите внимание', tr: 'Lütfen bakın' },
  unsavedFirst: {
    en: 'There are changes that are not saved. Only what is saved can be published.',
    uk: 'Є незбережені зміни. Опублікувати можна лише збережене.',
    ru: 'Есть несохранённые изменения. Опубликовать можно только сохранённое.',
    tr: 'Kaydedilmemiş değişiklikler var. Yalnızca kaydedilen yayımlanabilir.',
  },
  saveAndPublish: {
    en: 'Save and publish…',
    uk: 'Зберегти й опублікувати…',
    ru: 'Сохранить и опубликовать…',
    tr: 'Kaydet ve yayımla…',
  },
  movedOn: {
    en: 'The document moved on while you looked. This is its newest state; nothing was published.',
    uk: 'Документ змінився, поки ви дивилися. Ось його найновіший стан; нічого не опубліковано.',
    ru: 'Документ изменился, пока вы смотрели. Вот его новейшее состояние; ничего не опубликовано.',
    tr: 'Siz bakarken belge değişti. En yeni hâli bu; hiçbir şey yayımlanmadı.',
  },
  cameOut: {
    en: 'Public since {time}: {parts}',
    uk: 'Публічно з {time}: {parts}',
    ru: 'Публично с {time}: {parts}',
    tr: '{time} itibarıyla yayında: {parts}',
  },
  nothingNew: {
    en: 'Everything chosen was public already. Nothing changed.',
    uk: 'Усе вибране вже було публічним. Нічого не змінилося.',
    ru: 'Всё выбранное уже было публичным. Ничего не изменилось.',
    tr: 'Seçilenlerin hepsi zaten yayındaydı. Hiçbir şey değişmedi.',
  },
  publicAnswer: {
    en: 'See the public answer',
    uk: 'Переглянути публічну відповідь',
    ru: 'Посмотреть публичный ответ',
    tr: 'Yayındaki yanıta bak',
  },
  withdraw: { en: 'Withdraw…', uk: 'Відкликати…', ru: 'Отозвать…', tr: 'Geri çek…' },
  withdrawTitle: {
    en: 'What is taken back from the public?',
    uk: 'Що прибрати з публічного доступу?',
    ru: 'Что убрать из публичного доступа?',
    tr: 'Yayından ne geri çekilsin?',
  },
  withdrawHelp: {
    en: 'It is gone for readers at once. Your working copy stays as it is.',
    uk: 'Для читачів це зникає одразу. Ваша робоча копія лишається як є.',
    ru: 'Для читателей это исчезает сразу. Ваша рабочая копия остаётся как есть.',
    tr: 'Okurlar için hemen kaybolur. Çalışma kopyanız olduğu gibi kalır.',
  },
  wholeDocument: {
    en: 'The whole document, with its files',
    uk: 'Увесь документ разом із файлами',
    ru: 'Весь документ вместе с файлами',
    tr: 'Belgenin tamamı, dosyalarıyla',
  },
  withdrawNow: { en: 'Withdraw', uk: 'Відкликати', ru: 'Отозвать', tr: 'Geri çek' },
  withdrawn: {
    en: 'Withdrawn at {time}: {parts}',
    uk: 'Відкликано о {time}: {parts}',
    ru: 'Отозвано в {time}: {parts}',
    tr: '{time} geri çekildi: {parts}',
  },
  // webhooks
  webhookRetry: { en: 'Try again now', uk: 'Спробувати зараз', ru: 'Попробовать сейчас', tr: 'Şimdi yeniden dene' },
  webhookRetrying: {
    en: 'Trying again. Reload in a moment to see how it went.',
    uk: 'Пробуємо знову. За мить оновіть сторінку, щоб побачити, що вийшло.',
    ru: 'Пробуем снова. Через мгновение обновите страницу, чтобы увидеть, что вышло.',
    tr: 'Yeniden deneniyor. Sonucu görmek için birazdan sayfayı yenileyin.',
  },
  webhookSecret: { en: 'Signing secret', uk: 'Секрет для підпису', ru: 'Секрет для подписи', tr: 'İmza anahtarı' },
  webhookSecretHelp: {
    en: 'The receiver proves with it that a message is from this studio. Whoever has it can write such messages: show it to nobody else.',
    uk: 'За ним отримувач перевіряє, що повідомлення від цієї студії. Хто його має, може писати такі повідомлення: більше нікому не показуйте.',
    ru: 'По нему получатель проверяет, что сообщение от этой студии. У кого он есть, тот может писать такие сообщения: больше никому не показывайте.',
    tr: 'Alıcı, iletinin bu stüdyodan geldiğini bununla doğrular. Elinde olan böyle iletiler yazabilir: başka kimseye göstermeyin.',
  },
  webhookSecretShow: { en: 'Show', uk: 'Показати', ru: 'Показать', tr: 'Göster' },
  webhookSecretHide: { en: 'Hide', uk: 'Сховати', ru: 'Скрыть', tr: 'Gizle' },
  webhookSecretNew: {
    en: 'Make a new one…',
    uk: 'Створити новий…',
    ru: 'Создать новый…',
    tr: 'Yenisini yap…',
  },
  webhookSecretSure: {
    en: 'Make a new secret? The old one signs along for 24 hours: give the new one to the receiver before they end.',
    uk: 'Створити новий секрет? Старий підписуватиме поряд ще 24 години: передайте новий отримувачу до їх кінця.',
    ru: 'Создать новый секрет? Старый будет подписывать рядом ещё 24 часа: передайте новый получателю до их конца.',
    tr: 'Yeni anahtar yapılsın mı? Eskisi 24 saat daha birlikte imzalar: bu süre bitmeden yenisini alıcıya verin.',
  },
  webhookSecretMake: { en: 'Make it', uk: 'Створити', ru: 'Создать', tr: 'Yap' },
  webhookSecretUntil: {
    en: 'The one before signs along until {time}.',
    uk: 'Попередній підписує поряд до {time}.',
    ru: 'Прежний подписывает рядом до {time}.',
    tr: 'Önceki {time} zamanına kadar birlikte imzalar.',
  },
  webhookSecretLost: {
    en: 'It cannot be read any more. Make a new one.',
    uk: 'Його вже не прочитати. Створіть новий.',
    ru: 'Его уже не прочитать. Создайте новый.',
    tr: 'Artık okunamıyor. Yenisini yapın.',
  },
  webhookAfterSave: {
    en: 'The signing secret is made when you save.',
    uk: 'Секрет для підпису з’явиться після збереження.',
    ru: 'Секрет для подписи появится после сохранения.',
    tr: 'İmza anahtarı kaydettiğinizde yapılır.',
  },
  loading: { en: 'Loading…', uk: 'Завантаження…', ru: 'Загрузка…', tr: 'Yükleniyor…' },
  tryAgain: { en: 'Try again', uk: 'Спробувати ще раз', ru: 'Попробовать ещё раз', tr: 'Yeniden dene' },
  cancel: { en: 'Cancel', uk: 'Скасувати', ru: 'Отмена', tr: 'Vazgeç' },
  close: { en: 'Close', uk: 'Закрити', ru: 'Закрыть', tr: 'Kapat' },
  noAnswer: {
    en: 'The studio does not answer. Check the connection and try again.',
    uk: 'Студія не відповідає. Перевірте з’єднання і спробуйте ще раз.',
    ru: 'Студия не отвечает. Проверьте соединение и попробуйте ещё раз.',
    tr: 'Stüdyo yanıt vermiyor. Bağlantıyı denetleyip yeniden deneyin.',
  },
  signedOut: {
    en: 'Your session has ended. Sign in in another tab, then try again; your words are kept here.',
    uk: 'Ваш сеанс завершився. Увійдіть в іншій вкладці й спробуйте ще раз; ваші слова збережено тут.',
    ru: 'Ваш сеанс завершён. Войдите в другой вкладке и попробуйте ещё раз; ваши слова сохранены здесь.',
    tr: 'Oturumunuz sona erdi. Başka sekmede giriş yapıp yeniden deneyin; yazdıklarınız burada duruyor.',
  },

  // two people, one field
  save: { en: 'Save', uk: 'Зберегти', ru: 'Сохранить', tr: 'Kaydet' },
  conflictTitle: {
    en: 'Somebody else changed the same words',
    uk: 'Хтось інший змінив ті самі слова',
    ru: 'Кто-то другой изменил те же слова',
    tr: 'Başka biri aynı sözleri değiştirdi',
  },
  conflictHelp: {
    en: 'Choose for each field. Everything else you changed is kept and saved with it.',
    uk: 'Виберіть для кожного поля. Усе інше, що ви змінили, збережеться разом із цим.',
    ru: 'Выберите для каждого поля. Всё остальное, что вы изменили, сохранится вместе с этим.',
    tr: 'Her alan için seçin. Değiştirdiğiniz diğer her şey bununla birlikte kaydedilir.',
  },
  yours: { en: 'Yours', uk: 'Ваше', ru: 'Ваше', tr: 'Sizinki' },
  theirs: { en: 'Theirs', uk: 'Їхнє', ru: 'Чужое', tr: 'Onlarınki' },
  keepMine: { en: 'Keep mine', uk: 'Лишити моє', ru: 'Оставить моё', tr: 'Benimkini tut' },
  takeTheirs: { en: 'Take theirs', uk: 'Взяти їхнє', ru: 'Взять чужое', tr: 'Onlarınkini al' },
  editBoth: { en: 'Edit', uk: 'Редагувати', ru: 'Редактировать', tr: 'Düzenle' },
  editedWords: {
    en: 'Your edited words for “{field}”',
    uk: 'Ваш відредагований текст для «{field}»',
    ru: 'Ваш исправленный текст для «{field}»',
    tr: '“{field}” için düzenlenmiş metniniz',
  },
  saveChoice: {
    en: 'Save with this choice',
    uk: 'Зберегти з цим вибором',
    ru: 'Сохранить с этим выбором',
    tr: 'Bu seçimle kaydet',
  },
  chooseEach: {
    en: { one: 'One field still needs your choice', other: '{count} fields still need your choice' },
    uk: {
      one: '{count} поле ще чекає на ваш вибір',
      few: '{count} поля ще чекають на ваш вибір',
      other: '{count} полів ще чекають на ваш вибір',
    },
    ru: {
      one: '{count} поле ещё ждёт вашего выбора',
      few: '{count} поля ещё ждут вашего выбора',
      other: '{count} полей ещё ждут вашего выбора',
    },
    tr: { other: '{count} alan hâlâ seçiminizi bekliyor' },
  },

  // kept words
  keptOffer: {
    en: 'You have unsaved words from {time}.',
    uk: 'У вас є незбережені слова від {time}.',
    ru: 'У вас есть несохранённые слова от {time}.',
    tr: '{time} tarihinden kaydedilmemiş sözleriniz var.',
  },
  keptRestore: { en: 'Restore', uk: 'Відновити', ru: 'Восстановить', tr: 'Geri yükle' },
  keptDiscard: { en: 'Discard', uk: 'Відкинути', ru: 'Отбросить', tr: 'Sil' },
  keptCompare: { en: 'Compare', uk: 'Порівняти', ru: 'Сравнить', tr: 'Karşılaştır' },
  keptRestored: {
    en: 'Restored. Save to make it last.',
    uk: 'Відновлено. Збережіть, щоб не втратити.',
    ru: 'Восстановлено. Сохраните, чтобы не потерять.',
    tr: 'Geri yüklendi. Kalıcı olması için kaydedin.',
  },
  keptSame: {
    en: 'They are the same as what is saved.',
    uk: 'Вони збігаються зі збереженим.',
    ru: 'Они совпадают с сохранённым.',
    tr: 'Kaydedilenle aynılar.',
  },

  // lists
  stripAll: { en: 'Where this is public', uk: 'Де це публічно', ru: 'Где это публично', tr: 'Nerede yayında' },
  bulkPublish: { en: 'Publish…', uk: 'Опублікувати…', ru: 'Опубликовать…', tr: 'Yayımla…' },
  bulkTitle: {
    en: { one: 'Publish {count} document', other: 'Publish {count} documents' },
    uk: {
      one: 'Публікація {count} документа',
      few: 'Публікація {count} документів',
      other: 'Публікація {count} документів',
    },
    ru: {
      one: 'Публикация {count} документа',
      few: 'Публикация {count} документов',
      other: 'Публикация {count} документов',
    },
    tr: { other: '{count} belgeyi yayımla' },
  },
  bulkWithdrawTitle: {
    en: { one: 'Withdraw {count} document', other: 'Withdraw {count} documents' },
    uk: {
      one: 'Відкликання {count} документа',
      few: 'Відкликання {count} документів',
      other: 'Відкликання {count} документів',
    },
    ru: { one: 'Отзыв {count} документа', few: 'Отзыв {count} документов', other: 'Отзыв {count} документов' },
    tr: { other: '{count} belgeyi geri çek' },
  },
  bulkHelp: {
    en: 'Each document is published by itself; one that is not ready does not stop the others.',
    uk: 'Кожен документ публікується окремо; неготовий не зупиняє інших.',
    ru: 'Каждый документ публикуется отдельно; неготовый не останавливает других.',
    tr: 'Her belge ayrı yayımlanır; hazır olmayan diğerlerini durdurmaz.',
  },
  bulkProgress: { en: '{done} of {count}', uk: '{done} з {count}', ru: '{done} из {count}', tr: '{done} / {count}' },
  bulkDone: {
    en: '{published} published, {unchanged} unchanged, {refused} not ready',
    uk: 'опубліковано: {published}, без змін: {unchanged}, не готово: {refused}',
    ru: 'опубликовано: {published}, без изменений: {unchanged}, не готово: {refused}',
    tr: '{published} yayımlandı, {unchanged} değişmedi, {refused} hazır değil',
  },
  bulkWithdrawn: {
    en: '{published} withdrawn, {unchanged} unchanged, {refused} failed',
    uk: 'відкликано: {published}, без змін: {unchanged}, не вдалося: {refused}',
    ru: 'отозвано: {published}, без изменений: {unchanged}, не удалось: {refused}',
    tr: '{published} geri çekildi, {unchanged} değişmedi, {refused} başarısız',
  },
  resultPublished: { en: 'published', uk: 'опубліковано', ru: 'опубликовано', tr: 'yayımlandı' },
  resultWithdrawn: { en: 'withdrawn', uk: 'відкликано', ru: 'отозвано', tr: 'geri çekildi' },
  resultUnchanged: { en: 'unchanged', uk: 'без змін', ru: 'без изменений', tr: 'değişmedi' },

  // fields
  sameEverywhere: {
    en: 'The same in all languages',
    uk: 'Однаково в усіх мовах',
    ru: 'Одинаково во всех языках',
    tr: 'Bütün dillerde aynı',
  },
  readsAs: {
    en: 'Reads as: {date}',
    uk: 'Читатиметься: {date}',
    ru: 'Будет читаться: {date}',
    tr: 'Şöyle okunur: {date}',
  },
  dateExample: {
    en: 'Not yet a date. Write it like {example}',
    uk: 'Це ще не дата. Напишіть так: {example}',
    ru: 'Это ещё не дата. Напишите так: {example}',
    tr: 'Henüz bir tarih değil. Şöyle yazın: {example}',
  },
  sourceWords: {
    en: 'Source text ({locale})',
    uk: 'Текст джерела ({locale})',
    ru: 'Текст источника ({locale})',
    tr: 'Kaynak metin ({locale})',
  },
  similarNames: {
    en: 'This name is already here. Is it the same person?',
    uk: 'Таке ім’я вже є. Це та сама людина?',
    ru: 'Такое имя уже есть. Это тот же человек?',
    tr: 'Bu ad zaten var. Aynı kişi mi?',
  },
  custodyTitle: { en: 'Custody', uk: 'Утримання під вартою', ru: 'Содержание под стражей', tr: 'Tutukluluk' },
  custodyNone: {
    en: 'No published event says where this person is held. Add the event that does.',
    uk: 'Жодна опублікована подія не каже, де утримують цю людину. Додайте подію, яка це каже.',
    ru: 'Ни одно опубликованное событие не говорит, где содержат этого человека. Добавьте событие, которое это говорит.',
    tr: 'Yayımlanmış hiçbir olay bu kişinin nerede tutulduğunu söylemiyor. Bunu söyleyen olayı ekleyin.',
  },
  custodyAsOf: { en: 'as of {date}', uk: 'станом на {date}', ru: 'по состоянию на {date}', tr: '{date} itibarıyla' },
  custodyFrom: { en: 'From the event', uk: 'З події', ru: 'Из события', tr: 'Şu olaydan' },
  custodyAdd: {
    en: 'Add the event that changed this',
    uk: 'Додати подію, яка це змінила',
    ru: 'Добавить событие, которое это изменило',
    tr: 'Bunu değiştiren olayı ekle',
  },

  // home
  goodDay: { en: 'Good day, {name}', uk: 'Добрий день, {name}', ru: 'Добрый день, {name}', tr: 'İyi günler, {name}' },
  pendingTitle: {
    en: 'Pending publication',
    uk: 'Чекає на публікацію',
    ru: 'Ждёт публикации',
    tr: 'Yayımlanmayı bekliyor',
  },
  pendingNone: {
    en: 'Everything that is saved is public.',
    uk: 'Усе збережене вже публічне.',
    ru: 'Всё сохранённое уже публично.',
    tr: 'Kaydedilen her şey yayında.',
  },
  recentTitle: { en: 'Recently changed', uk: 'Нещодавно змінене', ru: 'Недавно изменённое', tr: 'Son değişenler' },
  recentNone: {
    en: 'Nothing yet. Add the first person.',
    uk: 'Поки що нічого. Додайте першу людину.',
    ru: 'Пока ничего. Добавьте первого человека.',
    tr: 'Henüz bir şey yok. İlk kişiyi ekleyin.',
  },
  pendingIn: { en: 'pending: {parts}', uk: 'чекає: {parts}', ru: 'ждёт: {parts}', tr: 'bekliyor: {parts}' },
  addNew: { en: 'Add: {label}', uk: 'Додати: {label}', ru: 'Добавить: {label}', tr: 'Ekle: {label}' },
  // preview
  preview: { en: 'Preview', uk: 'Переглянути', ru: 'Посмотреть', tr: 'Önizle' },
  previewHelp: {
    en: 'Opens the site with what is saved here, as if it were published',
    uk: 'Відкриває сайт зі збереженим тут, ніби його вже опубліковано',
    ru: 'Открывает сайт с сохранённым здесь, как если бы оно было опубликовано',
    tr: 'Siteyi, burada kaydedilenler yayımlanmış gibi açar',
  },
  previewBlocked: {
    en: 'The browser did not open the preview. Allow this site to open windows and try again.',
    uk: 'Браузер не відкрив перегляд. Дозвольте цьому сайту відкривати вікна та спробуйте ще раз.',
    ru: 'Браузер не открыл просмотр. Разрешите этому сайту открывать окна и попробуйте ещё раз.',
    tr: 'Tarayıcı önizlemeyi açmadı. Bu siteye pencere açma izni verip yeniden deneyin.',
  },
  previewLinks: {
    en: 'Preview links',
    uk: 'Посилання для перегляду',
    ru: 'Ссылки для просмотра',
    tr: 'Önizleme bağlantıları',
  },
  previewLinksHelp: {
    en: 'Whoever has one of these links sees this document before it is public, until the link ends or is taken back.',
    uk: 'Хто має таке посилання, бачить цей документ до публікації, доки посилання не спливе або його не відкличуть.',
    ru: 'Тот, у кого есть такая ссылка, видит этот документ до публикации, пока ссылка не истечёт или её не отзовут.',
    tr: 'Bu bağlantılardan birine sahip olan, bağlantı sona erene veya geri alınana dek bu belgeyi yayımlanmadan önce görür.',
  },
  previewLinksNone: {
    en: 'No link to this document is out.',
    uk: 'Чинних посилань на цей документ немає.',
    ru: 'Действующих ссылок на этот документ нет.',
    tr: 'Bu belgeye ait geçerli bağlantı yok.',
  },
  previewLinkUntil: { en: 'until {time}', uk: 'до {time}', ru: 'до {time}', tr: '{time} tarihine kadar' },
  previewLinkRevoke: { en: 'Take back', uk: 'Відкликати', ru: 'Отозвать', tr: 'Geri al' },
} as const satisfies Record<string, Sentence>

export type SentenceName = keyof typeof words
