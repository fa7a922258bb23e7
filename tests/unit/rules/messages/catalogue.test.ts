import { translations as payloadLanguages } from '@payloadcms/translations/all'
import type { Field } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { roleNames } from '#access/roles.ts'
import { datePrecisions } from '#base/time/partialDate.ts'
import type { faultOfWebhookUrl } from '#collections/administration/webhookUrl.ts'
import { examples as dateFaults } from '#dates/grammar.ts'
import type { FaceFault } from '#media/faces.ts'
import type { PictureRefusal } from '#media/refusals.ts'
import {
  catalogue,
  isMessageKey,
  type Language,
  languages,
  type MessageKey,
  message,
  type Text,
} from '#messages/message.ts'
import { gateNames, gates } from '#publishing/gates/gates.ts'
import { toldWhenOpened } from '#publishing/overrides/switches/protectiveFields.ts'
import { documentTypes } from '#record/shape.ts'
import { read, sources } from '#tests/unit/repository/tree.ts'
import type { FailureKind } from '#webhooks/send.ts'
import { studioConfig } from './studioConfig.ts'

const keys = Object.keys(catalogue.en) as MessageKey[]

describe.each(languages)('the catalogue in %s', (language) => {
  const texts: Record<string, Text> = catalogue[language]

  it('has the messages of English, in the same order', () => {
    expect(Object.keys(texts)).toEqual(keys)
  })

  it('leaves no message empty', () => {
    expect(keys.filter((key) => formsOf(texts[key]).some((text) => text.trim() === ''))).toEqual([])
  })

  it('fills in the same values in every form of a message', () => {
    const differs = keys.filter((key) => {
      const forms = [...formsOf(catalogue.en[key]), ...formsOf(texts[key])]
      return new Set(forms.map(placeholdersOf)).size > 1
    })
    expect(differs).toEqual([])
  })

  it('has exactly the plural categories of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    const counted = keys.filter((key) => typeof texts[key] !== 'string')
    expect(counted.length).toBeGreaterThan(0)
    for (const key of counted) expect(Object.keys(texts[key] ?? {}).sort(), key).toEqual([...pluralCategories].sort())
  })

  it('counts where English counts', () => {
    const counts = (all: Record<string, Text>) => keys.filter((key) => typeof all[key] !== 'string')
    expect(counts(texts)).toEqual(counts(catalogue.en))
  })

  it('can say each message, whatever it is given', () => {
    for (const key of keys) {
      expect(message(language, key), key).not.toBe('')
      const names = formsOf(texts[key]).flatMap((text) =>
        [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
      )
      const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? 3 : 'value']))
      if (!key.startsWith('payload.')) expect(message(language, key, values), key).not.toMatch(/[{}]\w/)
    }
  })
})

describe('what the catalogue is for', () => {
  let fields: ReadonlySet<string>
  beforeAll(async () => {
    fields = new Set((await studioConfig()).collections.flatMap(({ slug, fields }) => keysOfFields(slug, fields)))
  })

  it('every message is shown somewhere', () => {
    const isOfForm = (key: string) => /^(?:\w+\.)?fields\.|^\w+\.tabs\./.test(key)
    const unused = keys.filter((key) => {
      if (key.startsWith('payload.')) return !isOfPayload(key)
      return isOfForm(key) ? !fields.has(key) : !named.has(key) && !composed.includes(key)
    })
    expect(unused).toEqual([])
  })

  it('every key that is put together is a message, and of a table that is listed here', () => {
    expect(composed.filter((key) => !isMessageKey(key))).toEqual([])
    expect(templates.filter((template) => !composed.some((key) => asPattern(template).test(key)))).toEqual([])
  })

  it.each(languages.filter((language) => language !== 'en'))('no text of Payload stays English in %s', (language) => {
    const [english, own] = [payloadTexts('en'), payloadTexts(language)]
    const gaps = [...english].filter(([key, text]) => (own.get(key) ?? text) === text)
    expect(gaps.map(([key]) => `payload.${key}`).filter((key) => !isMessageKey(key))).toEqual([])
  })
})

describe('what Payload fills in', () => {
  /** Of mails, which the studio does not send, and of blocks, which it does not have. */
  const neverShown = ['authentication.newAccountCreated', 'validation.invalidBlocks']

  it.each(languages)('stands in its texts and in ours wherever it stands in English: %s', (language) => {
    const own = payloadTexts(language)
    const lost = [...payloadTexts('en')].filter(([key, english]) => {
      const text = catalogue[language][`payload.${key}` as MessageKey] ?? own.get(key) ?? english
      // A sort that is labelled by an element of its own gives no label: the sentence does without.
      const filled = key === 'general.sortByLabelDirection' ? english.replace('{{label}}', '') : english
      return filledIn(String(text)) !== filledIn(filled)
    })
    expect(lost.map(([key]) => key).filter((key) => !neverShown.includes(key))).toEqual([])
  })

  it.each(languages)('stands in the texts of the rich-text editor as well: %s', async (language) => {
    const { translations } = (await studioConfig()).i18n
    // The editor adds its texts to the configuration, below `lexical`.
    const editor = (of: Language) =>
      new Map(leaves((translations as { [of in Language]?: { lexical?: unknown } })[of]?.lexical))
    const [english, own] = [editor('en'), editor(language)]
    expect(english.size).toBeGreaterThan(5)
    expect([...english].filter(([key, text]) => filledIn(own.get(key) ?? '') !== filledIn(text))).toEqual([])
    const same = [...english].filter(([key, text]) => language !== 'en' && own.get(key) === text)
    expect(same).toEqual([])
  })
})

describe('no text stands outside of the catalogue', () => {
  /** Words of the content, of its grammar and its dates, and what reads or writes them. */
  const ofContent =
    /^src\/(locales|dates|names|import|messages|generated|explorer|record\/vocabularies|graph\/.*(kinship|attribution|label|scripts|sortKey))/i
  const ours = sources().filter((path) => /^(src|collections|media)\//.test(path) && !ofContent.test(path))

  it('in Cyrillic letters', () => {
    const found = ours.filter((path) => /\p{Script=Cyrillic}/u.test(withoutComments(read(path))))
    expect(found).toEqual([])
  })

  it('in English, where people see it', () => {
    const shown = ours.filter((path) => /^(src\/(desk|app)|collections|media)\//.test(path))
    const said = shown.flatMap((path) => {
      const code = withoutComments(read(path))
      const children = path.endsWith('.tsx') ? [...code.matchAll(/[^=]>\s*([A-Za-z][\w ,.’']{2,})\s*</g)] : []
      const labels = [
        ...code.matchAll(
          /\b(?:label|title|alt|placeholder|description|aria-label)['"]?\s*[=:]\s*["'`]([A-Z][a-z][^"'`]*)/g,
        ),
      ]
      return [...children, ...labels].map((match) => `${path}: ${match[1]}`)
    })
    expect(said).toEqual([])
  })
})

function formsOf(text: Text | undefined): string[] {
  return typeof text === 'string' ? [text] : Object.values(text ?? {})
}

function placeholdersOf(text: string): string {
  return [...text.matchAll(/\{+\w+\}+/g)].map(String).sort().join(' ')
}

/** What is filled in, and what is marked up, once or more often. */
function filledIn(text: string): string {
  return [...new Set(text.match(/\{+\w+\}+|<\/?\w+>/g))].sort().join(' ')
}

function leaves(texts: unknown, above = ''): [string, string][] {
  if (typeof texts === 'string') return [[above, texts]]
  return Object.entries(texts ?? {}).flatMap(([name, text]) => leaves(text, `${above}.${name}`))
}

/** The keys that `described` looks up for the fields and tabs of a collection. */
function keysOfFields(slug: string, fields: readonly Field[], parent = ''): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'ui') return []
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => [...tabKeys(slug, tab.label), ...keysOfFields(slug, tab.fields, parent)])
    if (!('name' in field) || !field.name) return 'fields' in field ? keysOfFields(slug, field.fields, parent) : []
    const path = `${parent}${field.name}`
    const own = `${slug}.fields.${path}`
    const stem = isMessageKey(`${own}.label`) ? own : `fields.${field.name}`
    const texts = field.type === 'array' ? ['label', 'help', 'row'] : ['label', 'help']
    const inside = 'fields' in field ? keysOfFields(slug, field.fields, `${path}.`) : []
    return [...texts.map((text) => `${stem}.${text}`), ...inside]
  })
}

function tabKeys(slug: string, label: unknown): string[] {
  const found = keys.find(
    (key) => key.startsWith(`${slug}.tabs.`) && catalogue.en[key] === (label as { en: string }).en,
  )
  const stem = found?.replace(/\.label$/, '')
  return stem ? [`${stem}.label`, `${stem}.help`] : []
}

const code = sources()
  .filter((path) => /^(src|collections|media|payload\.config)/.test(path))
  .map((path) => withoutComments(read(path)))
const named = new Set(
  code.flatMap((text) => [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map((match) => match[1] ?? '')),
)
const templates = code.flatMap((text) =>
  [
    ...text.matchAll(
      /(?:message\([^`]*|in(?:AllLanguages|OneLanguage)\(|\bt\(|refused\([^`]*|key = )`((?:[\w.]|\$\{[^}]+\})+)`/g,
    ),
  ].map((match) => match[1] ?? ''),
)

const inTypesOnly = {
  failures: { status: 1, redirect: 1, gone: 1, late: 1, unreachable: 1, secret: 1 } satisfies Record<FailureKind, 1>,
  addresses: { unreadable: 1, credentials: 1, insecure: 1 } satisfies Record<
    NonNullable<ReturnType<typeof faultOfWebhookUrl>>,
    1
  >,
  faces: { NOT_A_LIST: 1, TOO_MANY: 1, NOT_A_FACE: 1, OUTSIDE: 1, TOO_SMALL: 1, SAME_ID: 1 } satisfies Record<
    FaceFault,
    1
  >,
  pictures: {
    PICTURE_MISSING: 1,
    PICTURE_TOO_LARGE: 1,
    PICTURE_TOO_MANY_PIXELS: 1,
    PICTURE_UNREADABLE: 1,
    PICTURE_IS_SVG: 1,
    PICTURE_IS_RAW: 1,
    RECORDING_NOT_TAKEN: 1,
    PICTURE_TYPE_UNKNOWN: 1,
    ONE_PICTURE_EACH: 1,
    PICTURE_FILES_GONE: 1,
    CREDIT_TOO_LONG: 1,
    ORIGINAL_NEEDED: 1,
    FACES_UNREADABLE: 1,
    PICTURE_TOO_SLOW: 1,
    PICTURE_TOO_HUNGRY: 1,
    PICTURE_READER_FAILED: 1,
    PICTURES_WAITING: 1,
  } satisfies Record<PictureRefusal, 1>,
}

/** The keys that the code puts together, each of the table that it puts them together of. */
const composed: readonly string[] = [
  ...Object.keys(gates).flatMap((gate) => [`gates.${gate}.message`, `gates.${gate}.cure`]),
  ...gateNames.filter((gate) => 'override' in gates[gate]).map((gate) => `overrides.${gate}`),
  ...toldWhenOpened.map((opened) => `overrides.${opened}`),
  ...roleNames.map((role) => `roles.${role}`),
  ...documentTypes.flatMap((type) => [`${type}.singular`, `${type}.plural`, `${type}.help`]),
  ...Object.keys(dateFaults).map((fault) => `dates.notADate.${fault}`),
  ...datePrecisions.map((precision) => `dates.precision.${precision}`),
  ...Object.keys(inTypesOnly.failures).map((failure) => `webhooks.failure.${failure}`),
  ...Object.keys(inTypesOnly.addresses).map((fault) => `webhooks.url.${fault}`),
  ...Object.keys(inTypesOnly.pictures).map((refusal) => `media.refused.${refusal}`),
  ...Object.keys(inTypesOnly.faces).map((fault) => `media.faces.fault.${fault}`),
  ...['delivering', 'gone', 'off'].map((standing) => `webhooks.standing.${standing}`),
  ...['name', 'email', 'password', 'create'].map((text) => `setup.${text}`),
  ...['latitude.north', 'latitude.south', 'longitude.east', 'longitude.west'].map((side) => `media.told.${side}`),
]

function asPattern(key: string): RegExp {
  return new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '\\w+')}$`)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function payloadTexts(language: keyof typeof payloadLanguages): Map<string, string> {
  const rooms = Object.entries(
    (payloadLanguages[language]?.translations ?? {}) as Record<string, Record<string, string>>,
  )
  return new Map(
    rooms.flatMap(([room, texts]) => Object.entries(texts).map(([name, text]) => [`${room}.${name}`, text])),
  )
}

function isOfPayload(key: string): boolean {
  return payloadTexts('en').has(key.replace('payload.', ''))
}
