import en from './en.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import tr from './tr.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }

/** A sentence, or one for each plural category of its language (CLDR), chosen by the value `count`. */
export type Text = string | ({ other: string } & { [category in Intl.LDMLPluralRule]?: string })
export type MessageKey = keyof typeof en
export type Values = Readonly<Record<string, string | number>>

/** The languages of the admin. Another one is a file beside these and a row here. */
export const catalogue = { en, uk, ru, tr } satisfies { [language: string]: Record<MessageKey, Text> }
export type Language = keyof typeof catalogue
// Pure, so that a bundle which says none of them leaves the texts out.
export const languages = /* @__PURE__ */ Object.keys(catalogue) as Language[]

/** Its message is for whoever runs Holos, so that the log says it (`src/base/logs/errorFacts.ts`). */
const forWhoeverRunsIt = { name: 'ConfigurationError' }

/** A message in a language of the admin, any other language reads English. `{name}` stands for a value; one that is missing stays as it is written. */
export function message(language: string, key: MessageKey, values: Values = {}): string {
  const known = languageOr(language)
  // A key that was put together, of a kind of document without words.
  const found: Text | undefined = catalogue[known][key]
  if (found === undefined)
    throw Object.assign(new Error(`There is no message ${key} in src/messages/${known}.json.`), forWhoeverRunsIt)
  const text = textFor(found, known, values.count)
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? shown(values[name], known) : placeholder,
  )
}

/**
 * A message as Payload takes labels of fields. Payload keeps the fields of a form, once it has built them, for readers of
 * every language (`getClientSchemaMap`): a label that is already in one language would stay in that of the first reader.
 */
export function inAllLanguages(key: MessageKey, values?: Values): Record<Language, string> {
  return forEachLanguage((language) => message(language, key, values))
}

/**
 * A message as Payload takes labels of collections. It puts them into sentences of its own as they are ("Create: …"), where
 * a label in all languages reads "[object Object]"; what it keeps of collections, it keeps for each language.
 */
export function inOneLanguage(key: MessageKey): (reader: { i18n: { language: string } }) => string {
  return ({ i18n }) => message(i18n.language, key)
}

export function forEachLanguage<Value>(valueIn: (language: Language) => Value): Record<Language, Value> {
  // Every language of the catalogue is there.
  return Object.fromEntries(languages.map((language) => [language, valueIn(language)])) as Record<Language, Value>
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

function languageOr(language: string): Language {
  return isLanguage(language) ? language : 'en'
}

function isLanguage(language: string): language is Language {
  return Object.hasOwn(catalogue, language)
}

function textFor(text: Text, language: Language, count: string | number | undefined): string {
  if (typeof text === 'string') return text
  return text[new Intl.PluralRules(language).select(Number(count))] ?? text.other
}

function shown(value: string | number | undefined, language: Language): string {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value)
}
