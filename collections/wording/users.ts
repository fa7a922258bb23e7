import { say, type Wording } from './say.ts'

export const usersWording: Wording = {
  singular: say('User', 'Користувач', 'Пользователь', 'Kullanıcı'),
  plural: say('Users', 'Користувачі', 'Пользователи', 'Kullanıcılar'),
  help: say(
    'Who may sign in, and what they may do.',
    'Хто може ввійти і що може робити.',
    'Кто может войти и что может делать.',
    'Kim oturum açabilir ve ne yapabilir?',
  ),
  fields: {
    email: {
      label: say('Email', 'Електронна пошта', 'Электронная почта', 'E-posta'),
      help: say(
        'The name to sign in with.',
        'Нею входять у систему.',
        'По ней входят в систему.',
        'Oturum açarken kullanılır.',
      ),
    },
    name: {
      label: say('Name', 'Ім’я', 'Имя', 'Ad'),
      help: say(
        'As colleagues know this person.',
        'Як людину знають колеги.',
        'Как человека знают коллеги.',
        'Meslektaşlarının bildiği ad.',
      ),
    },
    role: {
      label: say('Role', 'Роль', 'Роль', 'Rol'),
      help: say(
        'Administrators manage users; editors write and publish; translators write the words of their languages; readers read.',
        'Адміністратори керують користувачами; редактори пишуть і публікують; перекладачі пишуть своїми мовами; читачі читають.',
        'Администраторы управляют пользователями; редакторы пишут и публикуют; переводчики пишут на своих языках; читатели читают.',
        'Yöneticiler kullanıcıları yönetir; editörler yazar ve yayımlar; çevirmenler kendi dillerinde yazar; okuyucular okur.',
      ),
    },
    locales: {
      label: say('Languages', 'Мови', 'Языки', 'Diller'),
      help: say(
        'What a translator may write.',
        'Якими мовами може писати перекладач.',
        'На каких языках может писать переводчик.',
        'Çevirmenin yazabileceği diller.',
      ),
    },
  },
}
