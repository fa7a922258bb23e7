import { foldedWords, mayMatch } from '#names/withheld/foldedWords.ts'
import { namesSaidInWords } from '#names/withheld/namesSaidIn.ts'
import { personSigns } from '#names/withheld/personSigns.ts'
import { type ReadWord, readAsWords } from '#names/withheld/readAsWords.ts'
import { type Form, refOf } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { formOf, rows } from '../log/log.ts'
import type { RequestScope } from '../requestScope.ts'
import { keptNamesOf } from './keptNames.ts'
import { joinedNames, namesWithoutFamily, realNamesOf, withOpenNames } from './realNames.ts'
import { type Links, linksIn } from './recordIndex.ts'
import { type PublicString, stringsOf } from './strings.ts'
import { type NameMemory, nameMemory, type WithheldPerson } from './withheldPeople.ts'

/**
 * How a document that says a withheld name stands to the person: their own, one that names them, one that those cite or
 * link to, that of a relative who shares the family name, or any other.
 */
export type Standing = 'own' | 'naming' | 'cited' | 'relative' | 'other'

/** A place in a public document, or in one that would be, that says a withheld name. */
export type Saying = PublicString & { document: Ref; about: Ref; person: string; said: string; standing: Standing }

type Proposed = { type: DocumentType; copy: WorkingCopy; form: Form }

/**
 * Everything that would say a withheld name once this form is public: its own strings, those of public documents that it
 * cites, and, for a person whose name is withheld, every public document there is.
 */
export async function sayingsOf(scope: RequestScope, { type, copy, form }: Proposed): Promise<Saying[]> {
  const memory = await nameMemory(scope)
  const key = refOf<DocumentType>(type, copy.id)
  const document: Read = { key, links: linksIn(form), strings: stringsOf(form).map(read) }
  const self = type === 'people' && publishAsOf(copy) !== 'full' ? await ownPerson(scope, copy, form) : null
  return [
    ...(self ? sayingsAbout(document, self, memory, document) : []),
    ...othersSaidIn(document, memory),
    ...(await saidInCited(scope, document, memory)),
    ...(self ? (await saidInRecord(scope, self, memory, document)).filter((saying) => saying.document !== key) : []),
  ]
}

/** What the whole public record says of people whose names are withheld. Somebody whose own public form says the name is not withheld yet. */
export async function* sayingsInRecord(scope: RequestScope): AsyncGenerator<Saying[]> {
  const memory = await nameMemory(scope)
  for (const person of memory.people.values()) {
    const links = memory.record.linksOf(person.key) ?? noLinks
    const found = await saidInRecord(scope, person, memory, { key: person.key, links })
    if (!found.some(({ standing }) => standing === 'own')) yield found
  }
}

/** Public documents of others that name somebody, in their words or by a link, whether the name is withheld or not. */
export async function documentsNaming(scope: RequestScope, copy: WorkingCopy): Promise<Ref[]> {
  const memory = await nameMemory(scope)
  const key = refOf('people', copy.id)
  const names = realNamesOf(copy)
  const person = { key, heading: '', signs: personSigns(names), ownSigns: namesWithoutFamily(names) }
  const links = memory.record.linksOf(key) ?? noLinks
  const found = await saidInRecord(scope, person, memory, { key, links })
  const keys = [...found.map(({ document }) => document), ...memory.record.referringTo(key)]
  return [...new Set(keys)].filter((document) => document !== key && memory.record.linksOf(document))
}

const noLinks: Links = { refs: [], relatives: [] }

/** A document whose strings are read once, whoever is looked for. */
type Read = Linked & { strings: readonly ReadString[] }
type Linked = { key: Ref; links: Links }
type ReadString = PublicString & { words: readonly ReadWord[]; folded: ReadonlySet<string> }

function read(string: PublicString): ReadString {
  const words = readAsWords(string.text)
  return { ...string, words, folded: foldedWords(words) }
}

/** The person's own publish says what is secret from then on: the names of the working copy, and those that are kept. */
async function ownPerson(scope: RequestScope, copy: WorkingCopy, form: Form): Promise<WithheldPerson> {
  const key = refOf('people', copy.id)
  const kept = await keptNamesOf(scope, key)
  const all = kept ? joinedNames(kept.names, realNamesOf(copy)) : realNamesOf(copy)
  const names = withOpenNames(all, form)
  return { key, heading: String(copy.heading ?? key), signs: personSigns(names), ownSigns: namesWithoutFamily(names) }
}

function othersSaidIn(document: Read, memory: NameMemory): Saying[] {
  const words = new Set(document.strings.flatMap(({ folded }) => [...folded]))
  const candidates = new Set([...memory.whoMayBeIn(words), ...document.links.refs])
  candidates.delete(document.key)
  return withheldAmong(candidates, memory).flatMap((person) => sayingsAbout(document, person, memory, document))
}

/** Documents that are public and that this one cites say nothing of the people whom it names. */
async function saidInCited(scope: RequestScope, proposed: Linked, memory: NameMemory): Promise<Saying[]> {
  const { key, links } = proposed
  const people = withheldAmong(links.refs, memory).filter((person) => person.key !== key)
  if (people.length === 0) return []
  const cited = await publicDocuments(scope, links.refs)
  return cited.flatMap((document) =>
    people
      .filter((person) => person.key !== document.key)
      .flatMap((person) => sayingsAbout(document, person, memory, proposed)),
  )
}

async function saidInRecord(
  scope: RequestScope,
  person: WithheldPerson,
  memory: NameMemory,
  proposed: Linked,
): Promise<Saying[]> {
  const { record } = memory
  // Where a given name alone says who is meant, no index of words can tell.
  const candidates = new Set([
    ...record.thatMaySay(person.signs),
    ...record.referringTo(person.key),
    ...proposed.links.relatives,
  ])
  const documents = await publicDocuments(scope, [...candidates])
  return documents.flatMap((document) => sayingsAbout(document, person, memory, proposed))
}

const mostAtOnce = 100

async function publicDocuments(scope: RequestScope, keys: readonly Ref[]): Promise<Read[]> {
  const found: Read[] = []
  for (let from = 0; from < keys.length; from += mostAtOnce) {
    for (const row of await rows(scope, { key: { in: keys.slice(from, from + mostAtOnce) } })) {
      const form = formOf(row)
      if (form) found.push({ key: row.key, links: linksIn(form), strings: stringsOf(form).map(read) })
    }
  }
  return found
}

/** `proposed` stands for its document as it would be. */
function sayingsAbout(document: Read, person: WithheldPerson, memory: NameMemory, proposed: Linked): Saying[] {
  const standing = standingOf(document, person, memory, proposed)
  const isAbout = standing === 'own' || standing === 'relative' || document.links.refs.includes(person.key)
  return document.strings.flatMap(({ words, folded, ...string }) => {
    // A text that is known to be about the person says the name by less than an index can tell.
    if (!isAbout && !mayMatch(folded, person.signs)) return []
    const [first] = namesSaidInWords(words, person.signs, { aboutPerson: isAbout })
    if (!first) return []
    // A relative may have the family name; the given name says who is meant.
    const isMeant = standing === 'relative' && namesSaidInWords(words, person.ownSigns).length > 0
    return {
      ...string,
      document: document.key,
      about: person.key,
      person: person.heading,
      said: first.said,
      standing: isMeant ? 'naming' : standing,
    }
  })
}

function standingOf(document: Linked, { key }: WithheldPerson, { record }: NameMemory, proposed: Linked): Standing {
  if (document.key === key) return 'own'
  const ofPerson = proposed.key === key ? proposed.links : (record.linksOf(key) ?? noLinks)
  if (document.links.relatives.includes(key) || ofPerson.relatives.includes(document.key)) return 'relative'
  if (document.links.refs.includes(key)) return 'naming'
  const cites = ({ links }: Linked) => links.refs.includes(document.key)
  const isOfPerson = (other: Linked) => other.key === key || other.links.refs.includes(key)
  const referring = [...record.referringTo(document.key)]
    .filter((other) => other !== proposed.key)
    .map((other) => ({ key: other, links: record.linksOf(other) ?? noLinks }))
  return [proposed, ...referring].some((other) => cites(other) && isOfPerson(other)) ? 'cited' : 'other'
}

function withheldAmong(keys: Iterable<Ref>, { people }: NameMemory): WithheldPerson[] {
  return [...keys].flatMap((key) => people.get(key) ?? [])
}
