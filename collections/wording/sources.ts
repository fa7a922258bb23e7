import { say, type Wording } from './say.ts'

export const sourcesWording: Wording = {
  singular: say('Source', 'Джерело', 'Источник', 'Kaynak'),
  plural: say('Sources', 'Джерела', 'Источники', 'Kaynaklar'),
  help: say(
    'Articles, reports, documents and talks that our facts rest on.',
    'Статті, звіти, документи й розмови, на яких тримаються наші факти.',
    'Статьи, отчёты, документы и беседы, на которых держатся наши факты.',
    'Olgularımızın dayandığı yazılar, raporlar, belgeler ve görüşmeler.',
  ),
  fields: {
    title: {
      label: say('Title', 'Назва', 'Название', 'Başlık'),
      help: say('In its own language.', 'Мовою джерела.', 'На языке источника.', 'Kendi dilinde.'),
    },
    url: {
      label: say('Web address', 'Вебадреса', 'Веб-адрес', 'Web adresi'),
      help: say('Where it was read.', 'Де прочитано.', 'Где прочитано.', 'Okunduğu yer.'),
    },
    publisher: {
      label: say('Publisher', 'Видавець', 'Издатель', 'Yayımlayan'),
      help: say(
        'The organization behind it.',
        'Організація, що його оприлюднила.',
        'Организация, которая его обнародовала.',
        'Arkasındaki kuruluş.',
      ),
    },
    author: {
      label: say('Author', 'Автор', 'Автор', 'Yazar'),
      help: say('As printed.', 'Як зазначено.', 'Как указано.', 'Yazıldığı gibi.'),
    },
    publishedOn: {
      label: say('Published on', 'Дата публікації', 'Дата публикации', 'Yayım tarihi'),
      help: say(
        '2018-05-21 or 2018-05.',
        '2018-05-21 або 2018-05.',
        '2018-05-21 или 2018-05.',
        '2018-05-21 ya da 2018-05.',
      ),
    },
    accessedOn: {
      label: say('Read on', 'Дата перегляду', 'Дата обращения', 'Erişim tarihi'),
      help: say(
        'The day somebody of us read it.',
        'День, коли хтось із нас це прочитав.',
        'День, когда кто-то из нас это прочитал.',
        'Birimizin okuduğu gün.',
      ),
    },
    locale: {
      label: say('Language', 'Мова', 'Язык', 'Dil'),
      help: say('A code: en, uk, ru.', 'Код: en, uk, ru.', 'Код: en, uk, ru.', 'Bir kod: en, uk, ru.'),
    },
    kind: {
      label: say('Kind', 'Вид', 'Вид', 'Tür'),
      help: say('What it is.', 'Що це.', 'Что это.', 'Ne olduğu.'),
    },
    archiveUrl: {
      label: say('Archived copy', 'Архівна копія', 'Архивная копия', 'Arşiv kopyası'),
      help: say(
        'A copy that stays when the page goes.',
        'Копія, що лишиться, коли сторінка зникне.',
        'Копия, которая останется, когда страница исчезнет.',
        'Sayfa kaybolunca kalacak kopya.',
      ),
    },
    archiveSha256: {
      label: say('SHA-256 of the copy', 'SHA-256 копії', 'SHA-256 копии', 'Kopyanın SHA-256 değeri'),
      help: say(
        '64 hexadecimal digits.',
        '64 шістнадцяткові цифри.',
        '64 шестнадцатеричные цифры.',
        '64 onaltılık basamak.',
      ),
    },
    reliability: {
      label: say('Reliability', 'Надійність', 'Надёжность', 'Güvenilirlik'),
      help: say(
        'How far we trust it. Internal, never published.',
        'Наскільки ми йому довіряємо. Внутрішнє, не публікується.',
        'Насколько мы ему доверяем. Внутреннее, не публикуется.',
        'Ne kadar güveniyoruz? İç kullanım, hiç yayımlanmaz.',
      ),
    },
  },
}
