import { say, type Wording } from './say.ts'

export const mediaWording: Wording = {
  singular: say('Picture', 'Знімок', 'Снимок', 'Görsel'),
  plural: say('Media', 'Медіа', 'Медиа', 'Medya'),
  help: say(
    'Every picture is made anew without its metadata; the original is sealed and stays with the team.',
    'Кожен знімок створюється заново без метаданих; оригінал запечатано, він лишається в команди.',
    'Каждый снимок создаётся заново без метаданных; оригинал запечатан и остаётся у команды.',
    'Her görsel üst verisi olmadan yeniden üretilir; aslı mühürlenir ve ekipte kalır.',
  ),
  fields: {
    alt: {
      label: say('In words', 'Словами', 'Словами', 'Sözle'),
      help: say(
        'What the picture shows, for those who do not see it. Never taken from another language.',
        'Що на знімку, для тих, хто його не бачить. Ніколи не береться з іншої мови.',
        'Что на снимке, для тех, кто его не видит. Никогда не берётся из другого языка.',
        'Görseli görmeyenler için ne gösterdiği. Hiçbir zaman başka bir dilden alınmaz.',
      ),
    },
    caption: {
      label: say('Caption', 'Підпис', 'Подпись', 'Alt yazı'),
      help: say(
        'Shown beside the picture.',
        'Показується поруч зі знімком.',
        'Показывается рядом со снимком.',
        'Görselin yanında gösterilir.',
      ),
    },
    creator: {
      label: say('Made by', 'Автор', 'Автор', 'Yapan'),
      help: say(
        'Who took or drew it; empty where naming them is a risk.',
        'Хто зняв або намалював; порожньо, якщо називати небезпечно.',
        'Кто снял или нарисовал; пусто, если называть опасно.',
        'Çeken ya da çizen; adını vermek tehlikeliyse boş.',
      ),
    },
    creditText: {
      label: say('Credit line', 'Підпис джерела', 'Строка источника', 'Kaynak satırı'),
      help: say(
        'As the owner wants to be credited; written into the public file.',
        'Як власник хоче бути зазначеним; записується в публічний файл.',
        'Как владелец хочет быть указан; записывается в публичный файл.',
        'Sahibinin istediği biçimde; herkese açık dosyaya yazılır.',
      ),
    },
    copyrightNotice: {
      label: say('Copyright', 'Авторські права', 'Авторские права', 'Telif hakkı'),
      help: say('© 2018 Name', '© 2018 Ім’я', '© 2018 Имя', '© 2018 Ad'),
    },
    licence: {
      label: say('Licence', 'Ліцензія', 'Лицензия', 'Lisans'),
      help: say(
        'Address or short name: CC BY 4.0.',
        'Адреса або коротка назва: CC BY 4.0.',
        'Адрес или краткое название: CC BY 4.0.',
        'Adres ya da kısa ad: CC BY 4.0.',
      ),
    },
    takenOn: {
      label: say('Taken on', 'Коли знято', 'Когда снято', 'Çekildiği tarih'),
      help: say(
        '2018-05-21, 2018-05 or 2018~ (about).',
        '2018-05-21, 2018-05 або 2018~ (приблизно).',
        '2018-05-21, 2018-05 или 2018~ (примерно).',
        '2018-05-21, 2018-05 ya da 2018~ (yaklaşık).',
      ),
    },
    personsShown: {
      label: say('Who is shown', 'Хто на знімку', 'Кто на снимке', 'Görünenler'),
      help: say(
        'Everybody who can be recognised.',
        'Усі, кого можна впізнати.',
        'Все, кого можно узнать.',
        'Tanınabilen herkes.',
      ),
    },
    sensitivity: {
      label: say('Sensitive', 'Чутливий вміст', 'Чувствительное содержание', 'Hassas içerik'),
      help: say(
        'Front ends warn before they show it.',
        'Сайти попереджають перед показом.',
        'Сайты предупреждают перед показом.',
        'Siteler göstermeden önce uyarır.',
      ),
    },
    thumbhash: {
      label: say('Placeholder', 'Заглушка', 'Заглушка', 'Yer tutucu'),
      help: say(
        'A blurred first impression.',
        'Розмите перше враження.',
        'Размытое первое впечатление.',
        'Bulanık bir ilk izlenim.',
      ),
    },
    sha256: {
      label: say('SHA-256', 'SHA-256', 'SHA-256', 'SHA-256'),
      help: say(
        'What sha256sum prints for the public file.',
        'Що друкує sha256sum для публічного файлу.',
        'Что печатает sha256sum для публичного файла.',
        'Herkese açık dosya için sha256sum çıktısı.',
      ),
    },
    variants: {
      label: say('Sizes', 'Розміри', 'Размеры', 'Boyutlar'),
      help: say('Made from the picture.', 'Створені зі знімка.', 'Созданы из снимка.', 'Görselden üretilenler.'),
    },
    original: {
      label: say('Sealed original', 'Запечатаний оригінал', 'Запечатанный оригинал', 'Mühürlü asıl'),
      help: say(
        'The untouched file, kept as evidence; never public.',
        'Незмінений файл, збережений як доказ; ніколи не публікується.',
        'Неизменённый файл, сохранённый как доказательство; никогда не публикуется.',
        'Dokunulmamış dosya, kanıt olarak saklanır; hiç yayımlanmaz.',
      ),
    },
    originalSha256: {
      label: say('SHA-256 of the original', 'SHA-256 оригіналу', 'SHA-256 оригинала', 'Aslının SHA-256 değeri'),
      help: say(
        'Proves that it is untouched.',
        'Доводить, що його не змінено.',
        'Доказывает, что он не изменён.',
        'Dokunulmadığını kanıtlar.',
      ),
    },
    hadLocation: {
      label: say(
        'Original knew its location',
        'Оригінал мав координати',
        'В оригинале были координаты',
        'Aslında konum bilgisi vardı',
      ),
      help: say(
        'The public copy does not.',
        'У публічній копії їх немає.',
        'В публичной копии их нет.',
        'Herkese açık kopyada yoktur.',
      ),
    },
  },
}
