import { say, type Wording } from './say.ts'

export const organizationsWording: Wording = {
  singular: say('Organization', 'Організація', 'Организация', 'Kuruluş'),
  plural: say('Organizations', 'Організації', 'Организации', 'Kuruluşlar'),
  help: say(
    'Those who help, those who publish, and those who arrest, try and hold.',
    'Ті, хто допомагає, ті, хто публікує, і ті, хто затримує, судить та утримує.',
    'Те, кто помогает, те, кто публикует, и те, кто задерживает, судит и удерживает.',
    'Yardım edenler, yayımlayanlar ve gözaltına alan, yargılayan, tutanlar.',
  ),
  fields: {
    name: {
      label: say('Name', 'Назва', 'Название', 'Ad'),
      help: say('In full.', 'Повністю.', 'Полностью.', 'Tam olarak.'),
    },
    abbreviation: {
      label: say('Abbreviation', 'Скорочення', 'Сокращение', 'Kısaltma'),
      help: say(
        'As it is used in this language.',
        'Як прийнято цією мовою.',
        'Как принято на этом языке.',
        'Bu dilde kullanıldığı biçimde.',
      ),
    },
    kind: {
      label: say('Kind', 'Вид', 'Вид', 'Tür'),
      help: say('What it is.', 'Що це.', 'Что это.', 'Ne olduğu.'),
    },
    url: {
      label: say('Web site', 'Вебсайт', 'Веб-сайт', 'Web sitesi'),
      help: say('Its own one.', 'Власний.', 'Собственный.', 'Kendi sitesi.'),
    },
  },
}
