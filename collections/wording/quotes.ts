import { say, type Wording } from './say.ts'

export const quotesWording: Wording = {
  singular: say('Quote', 'Цитата', 'Цитата', 'Alıntı'),
  plural: say('Quotes', 'Цитати', 'Цитаты', 'Alıntılar'),
  help: say(
    'What somebody said. One utterance that a text interrupts is one quote.',
    'Що хтось сказав. Один вислів, перерваний у тексті, — одна цитата.',
    'Что кто-то сказал. Одно высказывание, прерванное в тексте, — одна цитата.',
    'Birinin söyledikleri. Metnin böldüğü tek bir söz, tek bir alıntıdır.',
  ),
  fields: {
    text: {
      label: say('Words', 'Слова', 'Слова', 'Sözler'),
      help: say(
        'Without quotation marks; an empty line makes a paragraph. A translation never replaces the original words.',
        'Без лапок; порожній рядок починає абзац. Переклад ніколи не замінює слів оригіналу.',
        'Без кавычек; пустая строка начинает абзац. Перевод никогда не заменяет слов оригинала.',
        'Tırnak işareti olmadan; boş satır yeni paragraf açar. Çeviri hiçbir zaman asıl sözlerin yerine geçmez.',
      ),
    },
    originalLocale: {
      label: say('Language they were said in', 'Мова, якою сказано', 'Язык, на котором сказано', 'Söylendiği dil'),
      help: say(
        'A language code such as uk, ru or crh-Latn; “und” where nobody knows.',
        'Код мови, як-от uk, ru чи crh-Latn; «und», якщо невідомо.',
        'Код языка, например uk, ru или crh-Latn; «und», если неизвестно.',
        'uk, ru ya da crh-Latn gibi bir dil kodu; bilinmiyorsa “und”.',
      ),
    },
    speaker: {
      label: say('Speaker', 'Хто сказав', 'Кто сказал', 'Söyleyen'),
      help: say(
        'The attribution line follows from this person, their gender and their relations.',
        'Підпис складається з цієї людини, її роду та зв’язків.',
        'Подпись складывается из этого человека, его рода и связей.',
        'İmza satırı bu kişiden, cinsiyetinden ve yakınlıklarından çıkar.',
      ),
    },
    speakerLabel: {
      label: say('Speaker, unnamed', 'Хто сказав, без імені', 'Кто сказал, без имени', 'Söyleyen, adsız'),
      help: say(
        'Where the speaker has no profile: “a cellmate”.',
        'Коли мовець не має профілю: «співкамерник».',
        'Когда у говорящего нет профиля: «сокамерник».',
        'Söyleyenin profili yoksa: “bir koğuş arkadaşı”.',
      ),
    },
    connection: {
      label: say('Speaks as', 'Говорить як', 'Говорит как', 'Hangi sıfatla konuştuğu'),
      help: say(
        'In which capacity they said it.',
        'У якій ролі це сказано.',
        'В каком качестве это сказано.',
        'Bunu hangi konumda söyledi?',
      ),
    },
    about: {
      label: say('About', 'Про кого або що', 'О ком или о чём', 'Kim ya da ne hakkında'),
      help: say(
        'The people and events that the words are about.',
        'Люди й події, про які ці слова.',
        'Люди и события, о которых эти слова.',
        'Sözlerin konu aldığı kişiler ve olaylar.',
      ),
    },
    saidOn: {
      label: say('Said on', 'Коли сказано', 'Когда сказано', 'Söylendiği tarih'),
      help: say(
        '2018-05-21, 2018-05, 2018~. Empty where nobody knows.',
        '2018-05-21, 2018-05, 2018~. Порожньо, якщо невідомо.',
        '2018-05-21, 2018-05, 2018~. Пусто, если неизвестно.',
        '2018-05-21, 2018-05, 2018~. Bilinmiyorsa boş.',
      ),
    },
    recording: {
      label: say('Recording', 'Запис', 'Запись', 'Kayıt'),
      help: say(
        'A picture, sound or film of the words.',
        'Знімок, звук чи відео цих слів.',
        'Снимок, звук или видео этих слов.',
        'Sözlerin görüntüsü, sesi ya da filmi.',
      ),
    },
    featured: {
      label: say('Featured', 'Виділена', 'Выделенная', 'Öne çıkan'),
      help: say(
        'Shown first, and on its own.',
        'Показується першою і окремо.',
        'Показывается первой и отдельно.',
        'Önce ve tek başına gösterilir.',
      ),
    },
    order: {
      label: say('Order', 'Порядок', 'Порядок', 'Sıra'),
      help: say('Small numbers first.', 'Менші числа першими.', 'Меньшие числа первыми.', 'Küçük sayılar önce.'),
    },
  },
}
