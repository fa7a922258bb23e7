import type { LocaleCode } from '#record/record.ts'

/** What stands where a name would, so that a reader sees that it is held back and not missing. Both Crimean Tatar lines await a native speaker. */
const labels: { readonly [locale: LocaleCode]: string } = {
  en: 'Name withheld',
  uk: 'Ім’я не розголошується',
  ru: 'Имя не разглашается',
  tr: 'Adı gizli tutuluyor',
  'crh-Latn': 'Adı gizli tutula',
  'crh-Cyrl': 'Ады гизли тутула',
  ar: 'الاسم محجوب',
}

export function withheldName(locale: LocaleCode): string {
  return labels[locale] ?? labels.en ?? ''
}
