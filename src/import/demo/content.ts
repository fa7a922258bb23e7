import type { DocumentType } from '#record/shape.ts'

/** The locales that the demo is written in; Crimean Tatar in Cyrillic is derived from Latin, Arabic has the essentials only. */
export const writtenLocales = ['en', 'uk', 'ru', 'tr', 'crh-Latn'] as const
export const sourceLocale = 'en'

type WrittenLocale = (typeof writtenLocales)[number]
export type PerLocale<Value> = { [Locale in WrittenLocale]: Value } & { ar?: Value }

/** One value per locale, at any depth of a document. */
export class Localized {
  readonly values: Readonly<Record<string, unknown>>

  constructor(values: PerLocale<unknown>) {
    this.values = values
  }
}

/** Another document of the demo. `isPolymorphic` where the field may name documents of several types. */
export class Link {
  readonly type: DocumentType
  readonly key: string
  readonly isPolymorphic: boolean

  constructor(type: DocumentType, key: string, isPolymorphic = false) {
    this.type = type
    this.key = key
    this.isPolymorphic = isPolymorphic
  }
}

export type DemoDocument = {
  type: DocumentType
  /** Stable name within its type: the id is made from it. */
  key: string
  data: Readonly<Record<string, unknown>>
  /** An SVG beside this file that becomes the document's picture. */
  picture?: string
}

export const words = (values: PerLocale<string>): Localized => new Localized(values)

/** Rich text of plain paragraphs. */
export const story = (paragraphs: PerLocale<readonly string[]>): Localized => {
  const { ar, ...written } = paragraphs
  const documents = Object.entries({ ...written, ...(ar && { ar }) }).map(([locale, texts]) => [
    locale,
    richText(texts),
  ])
  return new Localized(Object.fromEntries(documents))
}

export const link = (type: DocumentType, key: string): Link => new Link(type, key)
export const either = (type: DocumentType, key: string): Link => new Link(type, key, true)
export const sources = (...keys: string[]): Link[] => keys.map((key) => link('sources', key))

function richText(paragraphs: readonly string[]): object {
  const common = { direction: 'ltr', format: '', indent: 0, version: 1 } as const
  const children = paragraphs.map((text) => ({
    ...common,
    type: 'paragraph',
    textFormat: 0,
    textStyle: '',
    children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
  }))
  return { root: { ...common, type: 'root', children } }
}
