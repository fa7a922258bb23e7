import { isObject } from '#base/isObject.ts'
import { localeInWords } from '#locales/fieldInWords.ts'
import { formatDate } from '#locales/formatDate.ts'
import { labelOf as wordLabel } from '#locales/labels.ts'
import { type Form, type Part, parseRef, type RichText, type Words } from '#record/record.ts'
import { type DocumentType, type Field, type Ref, recordShape } from '#record/shape.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import { leavesOf } from '#record/walk.ts'
import { contentOf } from '../form/projectForm.ts'

/** One thing that differs from what is public, in words. `null` stands for nothing there. */
export type Difference = { path: string; label: string; before: string | null; after: string | null }

/** How staff call things: the label of a field by its path without row ids, and of a document. */
export type Naming = { language: string; label: (path: readonly string[]) => string; document: (ref: Ref) => string }

/** What would change in one part if it were published, field by field, rows by their ids. */
export function differencesOf(
  type: DocumentType,
  before: Form | null,
  after: Form,
  part: Part,
  naming: Naming,
): Difference[] {
  const read = part === 'facts' ? readFacts : readWords
  const was = read(type, contentOf(before, part), naming)
  const is = read(type, contentOf(after, part), naming)
  const paths = [...new Set([...was.keys(), ...is.keys()])]
  return paths
    .filter((path) => was.get(path)?.notation !== is.get(path)?.notation)
    .map((path) => {
      const [one, other] = [was.get(path), is.get(path)]
      // Two dates that read alike are told apart by how they are written.
      const read = one?.text === other?.text ? 'notation' : 'text'
      const label = labelOf(type, path, [after, before], naming)
      return { path, label, before: one?.[read] ?? null, after: other?.[read] ?? null }
    })
}

/** A value in words, and what tells it from others. */
type Reading = { text: string; notation: string }
type Readable = Map<string, Reading>

function readFacts(type: DocumentType, content: unknown, naming: Naming): Readable {
  if (!isObject(content)) return new Map()
  const { slug, formerSlugs, sourceLocale, facts } = content
  const own = {
    slug,
    formerSlugs: Array.isArray(formerSlugs) ? formerSlugs.join(', ') : undefined,
    sourceLocale: typeof sourceLocale === 'string' ? localeInWords(sourceLocale) : undefined,
  }
  const entries = Object.entries(own).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const told = leavesOf(recordShape[type], facts).filter(({ value }) => value !== undefined)
  return new Map([
    ...entries.map(([path, text]) => [path, { text, notation: text }] as const),
    ...told.map(({ path, field, value }) => [path, readingOf(field, value, naming)] as const),
  ])
}

function readingOf(field: Field, value: unknown, naming: Naming): Reading {
  const text = inWords(field, value, naming)
  return { text, notation: isObject(value) && typeof value.edtf === 'string' ? value.edtf : text }
}

function inWords(field: Field, value: unknown, naming: Naming): string {
  if (Array.isArray(value)) return value.map((one) => inWords(field, one, naming)).join(', ')
  // Facts hold controlled words only.
  if (field.kind === 'word') return wordLabel(field.vocabulary, value as WordOf<VocabularyName>, naming.language)
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (typeof value === 'string') return parseRef(value) ? naming.document(value as Ref) : value
  return isObject(value) ? objectInWords(value, naming.language) : String(value)
}

/** A date in words, a variant by its name, coordinates by their numbers. */
function objectInWords({ edtf, ...value }: { [name: string]: unknown }, language: string): string {
  if (typeof edtf === 'string') return formatDate(edtf, language)
  return typeof value.name === 'string' ? value.name : Object.values(value).join(', ')
}

function readWords(_: DocumentType, content: unknown): Readable {
  const { short, long } = (content ?? { short: {}, long: {} }) as {
    short: { [path: string]: Words }
    long: { [path: string]: Words<RichText> }
  }
  const texts = Object.entries(long).map(([path, { value }]) => [path, value.plainText] as const)
  const all = [...Object.entries(short).map(([path, { value }]) => [path, value] as const), ...texts]
  return new Map(all.map(([path, text]) => [path, { text, notation: text }]))
}

/** `Charges 2 › Label`: steps by their labels, rows by their place. */
function labelOf(type: DocumentType, path: string, forms: readonly (Form | null)[], naming: Naming): string {
  const steps = path.split('/')
  const shape: { readonly [name: string]: { readonly kind: string } } = recordShape[type]
  const [name = '', id, ...rest] = steps
  if (shape[name]?.kind !== 'rows') return steps.map((_, index) => naming.label(steps.slice(0, index + 1))).join(' › ')
  const number = forms.map((form) => rowNumber(form, name, id)).find((one) => one > 0)
  const inner = rest.map((_, index) => naming.label([name, ...rest.slice(0, index + 1)]))
  return [`${naming.label([name])}${number ? ` ${number}` : ''}`, ...inner].join(' › ')
}

function rowNumber(form: Form | null, name: string, id: string | undefined): number {
  const facts: { readonly [name: string]: unknown } = form?.card.facts ?? {}
  const rows = facts[name]
  return Array.isArray(rows) ? rows.findIndex((row) => isObject(row) && row.id === id) + 1 : 0
}
