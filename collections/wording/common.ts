import { type FieldWording, say } from './say.ts'

/** Fields that mean the same wherever they stand, by their last name. A collection's own wording goes first. */
export const common = {
  sources: {
    label: say('Sources', 'Джерела', 'Источники', 'Kaynaklar'),
    help: say(
      'Who says so. What can be disputed needs a source.',
      'Хто про це повідомляє. Спірне твердження потребує джерела.',
      'Кто об этом сообщает. Спорное утверждение требует источника.',
      'Bunu kim söylüyor? Tartışmalı her bilgi bir kaynak ister.',
    ),
  },
  date: {
    label: say('Date', 'Дата', 'Дата', 'Tarih'),
    help: say(
      'As exact as it is known: 2018-05-21, 2018-05, 2018~ (about), 2018-05-21/2020-09-16.',
      'Настільки точно, наскільки відомо: 2018-05-21, 2018-05, 2018~ (приблизно), 2018-05-21/2020-09-16.',
      'Настолько точно, насколько известно: 2018-05-21, 2018-05, 2018~ (примерно), 2018-05-21/2020-09-16.',
      'Bilindiği kadar kesin: 2018-05-21, 2018-05, 2018~ (yaklaşık), 2018-05-21/2020-09-16.',
    ),
  },
  url: {
    label: say('Web address', 'Вебадреса', 'Веб-адрес', 'Web adresi'),
    help: say(
      'Full address, starting with https://.',
      'Повна адреса, що починається з https://.',
      'Полный адрес, начиная с https://.',
      'https:// ile başlayan tam adres.',
    ),
  },
  sameAs: {
    label: say('The same elsewhere', 'Те саме деінде', 'То же в других местах', 'Başka yerlerdeki karşılığı'),
    help: say(
      'Pages about exactly this: Wikidata, Wikipedia, an official profile.',
      'Сторінки саме про це: Вікідані, Вікіпедія, офіційний профіль.',
      'Страницы именно об этом: Викиданные, Википедия, официальный профиль.',
      'Tam olarak bunu anlatan sayfalar: Vikiveri, Vikipedi, resmî profil.',
    ),
  },
  organization: {
    label: say('Organization', 'Організація', 'Организация', 'Kuruluş'),
    help: say(
      'Leave empty where it is not known or must not be named.',
      'Залиште порожнім, якщо невідомо або не можна називати.',
      'Оставьте пустым, если неизвестно или нельзя называть.',
      'Bilinmiyorsa ya da adı verilmemeliyse boş bırakın.',
    ),
  },
  checkedOn: {
    label: say('Checked on', 'Перевірено', 'Проверено', 'Denetlenme tarihi'),
    help: say(
      'When somebody last made sure that this still holds.',
      'Коли востаннє переконалися, що це досі так.',
      'Когда в последний раз убедились, что это ещё так.',
      'Bunun hâlâ geçerli olduğuna en son ne zaman bakıldı?',
    ),
  },
  statute: {
    label: say('Statute', 'Закон', 'Закон', 'Yasa'),
    help: say(
      'The law that the accuser cites, in its usual short form.',
      'Закон, на який посилається обвинувач, у звичній короткій формі.',
      'Закон, на который ссылается обвинитель, в обычной краткой форме.',
      'Suçlayanın dayandığı yasa, alışılmış kısa biçimiyle.',
    ),
  },
  article: {
    label: say('Article', 'Стаття', 'Статья', 'Madde'),
    help: say(
      'Article and part, for example 205.5 part 2.',
      'Стаття й частина, наприклад 205.5 ч. 2.',
      'Статья и часть, например 205.5 ч. 2.',
      'Madde ve bent, örneğin 205.5 2. fıkra.',
    ),
  },
  sourceLocale: {
    label: say('Written in', 'Мова оригіналу', 'Язык оригинала', 'Yazıldığı dil'),
    help: say(
      'The language this was written in; translations are made from it.',
      'Мова, якою це написано; переклади роблять із неї.',
      'Язык, на котором это написано; переводы делают с него.',
      'Bunun yazıldığı dil; çeviriler buradan yapılır.',
    ),
  },
  publishedIn: {
    label: say('Public', 'Опубліковано', 'Опубликовано', 'Yayında'),
    help: say(
      'What the public sees now: facts and languages.',
      'Що зараз бачить загал: факти й мови.',
      'Что сейчас видит публика: факты и языки.',
      'Herkesin şu anda gördükleri: olgular ve diller.',
    ),
  },
  pendingIn: {
    label: say('Not yet public', 'Ще не опубліковано', 'Ещё не опубликовано', 'Henüz yayında değil'),
    help: say(
      'What was changed since it was last published.',
      'Що змінено після останньої публікації.',
      'Что изменено после последней публикации.',
      'Son yayımdan sonra değişenler.',
    ),
  },
  heading: {
    label: say('Title', 'Заголовок', 'Заголовок', 'Başlık'),
    help: say(
      'What lists and pickers call this document.',
      'Як цей документ називають у списках.',
      'Как этот документ называется в списках.',
      'Bu belgenin listelerdeki adı.',
    ),
  },
  revision: {
    label: say('Revision', 'Ревізія', 'Ревизия', 'Sürüm sayacı'),
    help: say('Counts saves.', 'Лічить збереження.', 'Считает сохранения.', 'Kayıtları sayar.'),
  },
  origins: {
    label: say('Origins', 'Походження', 'Происхождение', 'Kökenler'),
    help: say(
      'Where the words of each field come from.',
      'Звідки слова кожного поля.',
      'Откуда слова каждого поля.',
      'Her alandaki sözlerin nereden geldiği.',
    ),
  },
} as const satisfies { [name: string]: FieldWording }
