import { inForm, labelOf } from '#locales/labels.ts'
import type { KinRelation } from '#locales/locale.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import type { Card, WordPath } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import type { Catalog, Entry } from '../catalog.ts'
import { type GraphContext, noteDocument } from '../context.ts'
import { isVisible, resolveText, type Served, wordsIn } from '../words/resolveWords.ts'

/** The line under a quote, in one language throughout, and the documents that it was made from. */
export type Attribution = {
  text: string
  locale: string
  /** The words that decide where the line comes from; absent where it is made of a label of ours. */
  served: Served | null
  /** Whose field they are. */
  owner: Entry
  path: WordPath
  from: readonly Entry[]
}

/**
 * Who said it, as far as that is public: the speaker's published name and what the speaker is to a
 * person the quote is about. A speaker who is not public or whose name is withheld is told by the
 * quote's own label, else by their connection, and never by a relation that would name them.
 */
export function attributionOf(catalog: Catalog, quote: Entry<'quotes'>, chain: readonly string[]): Attribution | null {
  const { speaker: ref, connection } = quote.card.facts
  const speaker = ref && catalog.get(ref)
  if (speaker && isVisible(speaker.card, chain)) {
    const name = resolveText(speaker.card, 'displayName', chain)
    if (name) return named(catalog, quote, speaker, name)
  }
  const label = resolveText(quote.card, 'speakerLabel', chain)
  if (label)
    return { text: label.value, locale: label.locale, served: label, owner: quote, path: 'speakerLabel', from: [] }
  const requested = chain[0] ?? quote.card.sourceLocale
  if (!connection || connection === 'self') return null
  const text = labelOf('connection', connection, requested)
  return { text, locale: requested, served: null, owner: quote, path: 'speakerLabel', from: [] }
}

/** Notes whose documents decide the line, public or not. */
export function noteAttribution(quote: Entry<'quotes'>, context: GraphContext): void {
  const { speaker, about = [] } = quote.card.facts
  for (const ref of speaker ? [speaker, ...about] : about) noteDocument(ref, context)
}

function named(catalog: Catalog, quote: Entry<'quotes'>, speaker: Entry<'people'>, name: Served): Attribution {
  const alone = { served: name, locale: name.locale, owner: speaker, path: 'displayName', from: [speaker] }
  for (const ref of quote.card.facts.about ?? []) {
    const other = otherPerson(catalog, ref, speaker)
    const line = other && lineOf(speaker, other, name)
    if (line) return { ...alone, text: line, from: [speaker, other] }
  }
  return { ...alone, text: name.value }
}

function otherPerson(
  catalog: Catalog,
  ref: Ref<'people' | 'events'>,
  speaker: Entry<'people'>,
): Entry<'people'> | undefined {
  if (ref === speaker.key) return undefined
  const entry: Entry | undefined = catalog.get(ref)
  // The type of a card says whose entry it is.
  return entry?.card.type === 'people' ? (entry as Entry<'people'>) : undefined
}

/** Only where the other's name is there in the language of the speaker's: a line speaks one language. */
function lineOf(speaker: Entry<'people'>, other: Entry<'people'>, name: Served): string | undefined {
  const relation = relationBetween(speaker, other)
  const otherName = wordsIn(other.card.words, 'displayName', name.locale)
  if (!relation || !otherName || !isLocale(name.locale)) return undefined
  const { kin, line } = localeRow(name.locale).attribution
  return line(name.value, inForm(kin[relation], speaker.card.facts.gender), otherName.value)
}

/** What the speaker is to the other, said by the other's profile or, read backwards, by the speaker's own. */
function relationBetween(speaker: Entry<'people'>, other: Entry<'people'>): KinRelation | undefined {
  const stated = typeOfRelation(other.card, speaker.key)
  if (stated && stated !== 'other') return stated
  const statedBySpeaker = typeOfRelation(speaker.card, other.key)
  return statedBySpeaker && inverse[statedBySpeaker]
}

/** What a relation is when it is read from its other end; undefined where the list has no word for it: a lawyer's client. */
const inverse = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  colleague: 'colleague',
  lawyer: undefined,
  other: undefined,
} as const satisfies { readonly [relation in WordOf<'relationType'>]: KinRelation | undefined }

function typeOfRelation({ facts }: Card<'people'>, person: Ref<'people'>): WordOf<'relationType'> | undefined {
  return facts.relations?.find((relation) => relation.person === person)?.type
}
