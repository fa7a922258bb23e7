/** A word of ours in one language; where the language needs it, by gender, and `neutral` where there is a word for both. */
export type Label = string | { masculine: string; feminine: string; neutral?: string }
export type Labels = { en: Label } & { [locale: string]: Label | undefined }
export type Vocabulary = Readonly<Record<string, Labels>>

/**
 * The labels of one word. Crimean Tatar is written in Latin script here, to be confirmed by a native
 * speaker; the Cyrillic is transliterated from it.
 */
export function say(en: Label, uk: Label, ru: Label, tr: Label, crhLatn: Label, ar: Label): Labels {
  return { en, uk, ru, tr, 'crh-Latn': crhLatn, ar }
}

export function by(masculine: string, feminine: string, neutral?: string): Label {
  return { masculine, feminine, ...(neutral !== undefined && { neutral }) }
}

export const other = say('Other', 'Інше', 'Другое', 'Diğer', 'Başqa', 'غير ذلك')
export const unknown = say('Unknown', 'Невідомо', 'Неизвестно', 'Bilinmiyor', 'Belli degil', 'غير معروف')
