/** What the setup page says, by language. */
export const setupWords = {
  en: {
    title: 'The first administrator',
    name: 'Name',
    email: 'Email',
    password: 'Password',
    passwordRule: 'At least 12 characters.',
    create: 'Create account',
    invalid:
      'This setup link is not valid: it works once and for one day. Start Holos again for a new link, or run ' +
      '“npm run holos -- user add --email you@example.org --role admin --password-stdin”.',
    incomplete: 'Give an email address and a password of at least 12 characters.',
  },
  uk: {
    title: 'Перший адміністратор',
    name: 'Ім’я',
    email: 'Електронна пошта',
    password: 'Пароль',
    passwordRule: 'Щонайменше 12 символів.',
    create: 'Створити обліковий запис',
    invalid:
      'Це посилання недійсне: воно діє один раз і протягом однієї доби. Запустіть Holos знову, щоб отримати нове, або ' +
      'виконайте «npm run holos -- user add --email you@example.org --role admin --password-stdin».',
    incomplete: 'Вкажіть адресу електронної пошти та пароль щонайменше з 12 символів.',
  },
  ru: {
    title: 'Первый администратор',
    name: 'Имя',
    email: 'Электронная почта',
    password: 'Пароль',
    passwordRule: 'Не менее 12 символов.',
    create: 'Создать учётную запись',
    invalid:
      'Эта ссылка недействительна: она работает один раз и в течение суток. Запустите Holos снова, чтобы получить новую, ' +
      'или выполните «npm run holos -- user add --email you@example.org --role admin --password-stdin».',
    incomplete: 'Укажите адрес электронной почты и пароль не короче 12 символов.',
  },
  tr: {
    title: 'İlk yönetici',
    name: 'Ad',
    email: 'E-posta',
    password: 'Parola',
    passwordRule: 'En az 12 karakter.',
    create: 'Hesap oluştur',
    invalid:
      'Bu kurulum bağlantısı geçerli değil: bir kez ve bir gün boyunca çalışır. Yeni bir bağlantı için Holos’u yeniden ' +
      'başlatın ya da “npm run holos -- user add --email you@example.org --role admin --password-stdin” komutunu çalıştırın.',
    incomplete: 'Bir e-posta adresi ve en az 12 karakterlik bir parola girin.',
  },
} as const

export type SetupLanguage = keyof typeof setupWords

/** The first language of an Accept-Language header that the page speaks. */
export function setupLanguage(header: string | null): SetupLanguage {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find((code): code is SetupLanguage => Object.hasOwn(setupWords, code)) ?? 'en'
}
