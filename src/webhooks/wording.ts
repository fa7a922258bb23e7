import { type Said, say } from '#collections/wording/say.ts'
import type { FailureKind } from './send.ts'

/** How delivery stands, as the list and the form say it. `{time}` is filled in. */
export const standings = {
  delivering: say('Delivering', 'Доставляє', 'Доставляет', 'Gönderiyor'),
  waiting: say(
    'Waiting to retry since {time}',
    'Чекає на повтор з {time}',
    'Ждёт повтора с {time}',
    '{time} zamanından beri yeniden denemeyi bekliyor',
  ),
  off: say('Off', 'Вимкнено', 'Выключен', 'Kapalı'),
  gone: say(
    'Off: the receiver is gone since {time}',
    'Вимкнено: отримувача немає з {time}',
    'Выключен: получателя нет с {time}',
    'Kapalı: alıcı {time} zamanından beri yok',
  ),
} as const satisfies Record<string, Said>

/** Why the last attempt failed. `{detail}` is a status or a code of the network. */
export const failures = {
  status: say(
    'The receiver answered {detail}; only 2xx counts as delivered.',
    'Отримувач відповів {detail}; доставленим вважається лише 2xx.',
    'Получатель ответил {detail}; доставленным считается только 2xx.',
    'Alıcı {detail} yanıtını verdi; yalnızca 2xx gönderilmiş sayılır.',
  ),
  redirect: say(
    'The receiver answered with a redirect ({detail}), which is not followed. Put in the final address.',
    'Отримувач відповів перенаправленням ({detail}), за яким ми не йдемо. Впишіть остаточну адресу.',
    'Получатель ответил перенаправлением ({detail}), по которому мы не идём. Впишите окончательный адрес.',
    'Alıcı yönlendirme yaptı ({detail}); yönlendirme izlenmez. Son adresi yazın.',
  ),
  gone: say(
    'The receiver answered 410: it is gone for good. The webhook was switched off.',
    'Отримувач відповів 410: його більше немає. Вебхук вимкнено.',
    'Получатель ответил 410: его больше нет. Вебхук выключен.',
    'Alıcı 410 yanıtını verdi: artık yok. Web kancası kapatıldı.',
  ),
  late: say(
    'The receiver did not answer in time.',
    'Отримувач не відповів вчасно.',
    'Получатель не ответил вовремя.',
    'Alıcı zamanında yanıt vermedi.',
  ),
  unreachable: say(
    'The receiver cannot be reached ({detail}).',
    'До отримувача не достукатися ({detail}).',
    'До получателя не достучаться ({detail}).',
    'Alıcıya ulaşılamıyor ({detail}).',
  ),
  secret: say(
    'The secret cannot be read: the studio’s HOLOS_SECRET has changed. Make a new secret and give it to the receiver.',
    'Секрет не читається: HOLOS_SECRET студії змінився. Створіть новий секрет і передайте його отримувачу.',
    'Секрет не читается: HOLOS_SECRET студии изменился. Создайте новый секрет и передайте его получателю.',
    'Gizli anahtar okunamıyor: stüdyonun HOLOS_SECRET değeri değişti. Yeni bir anahtar yapıp alıcıya verin.',
  ),
} as const satisfies Record<FailureKind, Said>

export const refusals = {
  notYours: say(
    'Only an administrator manages webhooks.',
    'Вебхуками керує лише адміністратор.',
    'Вебхуками управляет только администратор.',
    'Web kancalarını yalnızca yönetici yönetir.',
  ),
  unknown: say(
    'There is no such webhook any more.',
    'Такого вебхука вже немає.',
    'Такого вебхука уже нет.',
    'Böyle bir web kancası artık yok.',
  ),
  off: say(
    'This webhook is off. Switch it on first.',
    'Цей вебхук вимкнено. Спершу ввімкніть його.',
    'Этот вебхук выключен. Сначала включите его.',
    'Bu web kancası kapalı. Önce açın.',
  ),
  secretMoved: say(
    'Somebody else has just made a new secret. Look again.',
    'Хтось інший щойно створив новий секрет. Подивіться ще раз.',
    'Кто-то другой только что создал новый секрет. Посмотрите ещё раз.',
    'Az önce başka biri yeni bir anahtar yaptı. Yeniden bakın.',
  ),
} as const satisfies Record<string, Said>
