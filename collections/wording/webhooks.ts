import { say, type Wording } from './say.ts'

export const webhooksWording: Wording = {
  singular: say('Webhook', 'Вебхук', 'Вебхук', 'Web kancası'),
  plural: say('Webhooks', 'Вебхуки', 'Вебхуки', 'Web kancaları'),
  help: say(
    'Who is told of every public change: a site that rebuilds its pages, a cache that drops what is old. A new one hears of what changes from now on.',
    'Кого сповіщати про кожну публічну зміну: сайт, що оновлює сторінки, кеш, що відкидає застаріле. Новий дізнається про зміни від цієї миті.',
    'Кого извещать о каждом публичном изменении: сайт, обновляющий страницы, кэш, отбрасывающий старое. Новый узнаёт об изменениях с этого момента.',
    'Yayındaki her değişikliği öğrenecek olanlar: sayfalarını yenileyen bir site, eskileri atan bir önbellek. Yeni eklenen, bundan sonraki değişiklikleri öğrenir.',
  ),
  fields: {
    name: {
      label: say('Name', 'Назва', 'Название', 'Ad'),
      help: say(
        'What colleagues call the receiver.',
        'Як колеги називають отримувача.',
        'Как коллеги называют получателя.',
        'Meslektaşlarının alıcıya verdiği ad.',
      ),
    },
    url: {
      label: say('Address', 'Адреса', 'Адрес', 'Adres'),
      help: say(
        'Where the news is sent. Starts with https://; http:// is for this machine only.',
        'Куди надсилати новини. Починається з https://; http:// — лише для цієї машини.',
        'Куда отправлять новости. Начинается с https://; http:// — только для этой машины.',
        'Haberlerin gönderileceği yer. https:// ile başlar; http:// yalnızca bu makine içindir.',
      ),
    },
    active: {
      label: say('Active', 'Увімкнено', 'Включён', 'Etkin'),
      help: say(
        'While it is off, nothing is sent and nothing is lost: switched on again, it hears of all it missed.',
        'Поки вимкнено, нічого не надсилається і нічого не губиться: після ввімкнення отримає все пропущене.',
        'Пока выключен, ничего не отправляется и ничего не теряется: после включения получит всё пропущенное.',
        'Kapalıyken hiçbir şey gönderilmez, hiçbir şey kaybolmaz: yeniden açılınca kaçırdıklarının hepsini öğrenir.',
      ),
    },
    types: {
      label: say('Only these', 'Лише ці', 'Только эти', 'Yalnızca bunlar'),
      help: say(
        'Kinds of documents it wants to hear of. Empty: all of them.',
        'Про які документи сповіщати. Порожньо: про всі.',
        'О каких документах извещать. Пусто: обо всех.',
        'Öğrenmek istediği belge türleri. Boşsa hepsi.',
      ),
    },
    standing: {
      label: say('Standing', 'Стан', 'Состояние', 'Durum'),
      help: say(
        'How delivery goes right now.',
        'Як зараз іде доставка.',
        'Как сейчас идёт доставка.',
        'Gönderimin şu anki durumu.',
      ),
    },
    deliveredSeq: {
      label: say('Delivered up to', 'Доставлено до', 'Доставлено до', 'Buraya kadar gönderildi'),
      help: say(
        'Number of the last entry of the public log that was delivered or not wanted.',
        'Номер останнього запису публічного журналу, який доставлено або не потрібно.',
        'Номер последней записи публичного журнала, доставленной или ненужной.',
        'Yayın günlüğünün gönderilen ya da istenmeyen son kaydının numarası.',
      ),
    },
    lastAttempt: {
      label: say('Last attempt', 'Остання спроба', 'Последняя попытка', 'Son deneme'),
      help: say(
        'When something was last sent.',
        'Коли востаннє щось надсилали.',
        'Когда в последний раз что-то отправляли.',
        'En son ne zaman bir şey gönderildi?',
      ),
    },
    lastStatus: {
      label: say('Last answer', 'Остання відповідь', 'Последний ответ', 'Son yanıt'),
      help: say(
        'The HTTP status that the receiver answered; 2xx counts as delivered.',
        'HTTP-статус, який повернув отримувач; 2xx означає «доставлено».',
        'HTTP-статус, который вернул получатель; 2xx означает «доставлено».',
        'Alıcının verdiği HTTP durumu; 2xx gönderildi demektir.',
      ),
    },
    failingSince: {
      label: say('Failing since', 'Не вдається з', 'Не удаётся с', 'Başarısızlığın başlangıcı'),
      help: say(
        'When the attempts that fail began; empty while all is well.',
        'Коли почалися невдалі спроби; порожньо, поки все гаразд.',
        'Когда начались неудачные попытки; пусто, пока всё в порядке.',
        'Başarısız denemeler ne zaman başladı? Her şey yolundayken boştur.',
      ),
    },
    nextAttempt: {
      label: say('Next attempt', 'Наступна спроба', 'Следующая попытка', 'Sonraki deneme'),
      help: say(
        'When the studio tries again by itself.',
        'Коли студія спробує знову сама.',
        'Когда студия попробует снова сама.',
        'Stüdyonun kendiliğinden yeniden deneyeceği zaman.',
      ),
    },
    lastError: {
      label: say('What went wrong', 'Що пішло не так', 'Что пошло не так', 'Ne ters gitti'),
      help: say(
        'Why the last attempt failed.',
        'Чому остання спроба не вдалася.',
        'Почему последняя попытка не удалась.',
        'Son deneme neden başarısız oldu?',
      ),
    },
  },
}

/** Why an address cannot be a webhook's. */
export const webhookUrlWording = {
  unreadable: say(
    'This is no web address. Write it in full: https://example.org/path.',
    'Це не вебадреса. Напишіть її повністю: https://example.org/path.',
    'Это не веб-адрес. Напишите его полностью: https://example.org/path.',
    'Bu bir web adresi değil. Tam olarak yazın: https://example.org/path.',
  ),
  credentials: say(
    'The address holds a user name or a password. Leave them out: the receiver knows us by the signature.',
    'В адресі є ім’я користувача або пароль. Приберіть їх: отримувач упізнає нас за підписом.',
    'В адресе есть имя пользователя или пароль. Уберите их: получатель узнаёт нас по подписи.',
    'Adreste kullanıcı adı ya da parola var. Bunları çıkarın: alıcı bizi imzadan tanır.',
  ),
  insecure: say(
    'The address must start with https://. Only this machine (localhost, 127.0.0.1, [::1]) may be reached by http://.',
    'Адреса має починатися з https://. Через http:// можна звертатися лише до цієї машини (localhost, 127.0.0.1, [::1]).',
    'Адрес должен начинаться с https://. По http:// можно обращаться только к этой машине (localhost, 127.0.0.1, [::1]).',
    'Adres https:// ile başlamalı. http:// ile yalnızca bu makineye (localhost, 127.0.0.1, [::1]) ulaşılabilir.',
  ),
}
