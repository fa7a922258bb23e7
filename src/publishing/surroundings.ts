import { parseEdtf } from '#dates/edtf.ts'
import { type Form, refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { adultsBornBefore, type GateContext, partsShowing, type Surroundings } from './gates.ts'
import { formOf, type Place, rows } from './log.ts'
import { realNamesOf } from './namesShown.ts'
import { publishAsOf } from './publishAs.ts'
import { idsByType, refsOf } from './references.ts'
import { headingOf, workingCopiesOf } from './workingCopy.ts'

/** What refusals need of other documents. Warnings need more: `widerSurroundingsOf`. */
export async function surroundingsOf(place: Place, context: Omit<GateContext, 'around'>): Promise<Surroundings> {
  const [slugs, heldBack] = await Promise.all([slugsOfOthers(place, context), heldBackIn(place, context.form)])
  return { slugsOfOthers: slugs, heldBack, unpublished: [], perhapsMinors: [], saidElsewhere: [] }
}

export async function widerSurroundingsOf(place: Place, context: Omit<GateContext, 'around'>): Promise<Surroundings> {
  const [around, unpublished, perhapsMinors, saidElsewhere] = await Promise.all([
    surroundingsOf(place, context),
    unpublishedOf(place, context.form),
    perhapsMinorsOf(place, context),
    saidElsewhereOf(place, context),
  ])
  return { ...around, unpublished, perhapsMinors, saidElsewhere }
}

/** People whom a form names and who are not called by their full name in public. */
async function heldBackIn(place: Place, form: Form): Promise<Surroundings['heldBack']> {
  const ids = idsByType(refsOf(form)).get('people') ?? []
  const copies = ids.length > 0 ? await workingCopiesOf(place, 'people', ids) : []
  return copies
    .filter((copy) => publishAsOf(copy) !== 'full')
    .map((copy) => ({ key: refOf<DocumentType>('people', copy.id), names: realNamesOf(copy) }))
}

/** Public documents that refer to a person and say the name that the person holds back. */
async function saidElsewhereOf(
  place: Place,
  { type, copy }: Omit<GateContext, 'around'>,
): Promise<Surroundings['saidElsewhere']> {
  if (type !== 'people' || publishAsOf(copy) === 'full') return []
  const names = realNamesOf(copy)
  const mentions = `"${refOf<DocumentType>('people', copy.id)}"`
  const candidates = await rows(place, { or: [{ card: { contains: mentions } }, { body: { contains: mentions } }] })
  const saying = candidates.flatMap((row) => {
    const form = formOf(row)
    const [shown] = form ? partsShowing(form, names) : []
    return shown ? [{ key: row.key, said: shown.name }] : []
  })
  const headings = await headingsOf(
    place,
    saying.map(({ key }) => key),
  )
  return saying.map(({ key, said }) => ({ key, said, name: headings.get(key) ?? key }))
}

/** Slugs that this publish would newly claim and that another public document holds. Looked for only where a slug is new. */
async function slugsOfOthers(
  place: Place,
  { copy, form, published, parts }: Omit<GateContext, 'around'>,
): Promise<Set<string>> {
  const held = published ? slugsOf(published) : []
  const claimed = parts.facts ? slugsOf(form).filter((slug) => !held.includes(slug)) : []
  if (claimed.length === 0) return new Set()
  // The text finds candidates, the parsed card decides.
  const candidates = await rows(place, { or: claimed.map((slug) => ({ card: { contains: `"${slug}"` } })) })
  const others = candidates
    .map(formOf)
    .filter((other) => other !== null && other.card.type === 'people' && other.card.id !== copy.id)
  return new Set(others.flatMap((other) => (other ? slugsOf(other) : [])).filter((slug) => claimed.includes(slug)))
}

function slugsOf({ card }: Form): string[] {
  return [...(card.slug ? [card.slug] : []), ...(card.formerSlugs ?? [])]
}

async function unpublishedOf(place: Place, form: Form): Promise<Surroundings['unpublished']> {
  const refs = refsOf(form)
  if (refs.length === 0) return []
  const known = await rows(place, { key: { in: refs } })
  const open = new Set<Ref>(known.filter(({ card }) => card !== null).map(({ key }) => key))
  const headings = await headingsOf(
    place,
    refs.filter((ref) => !open.has(ref)),
  )
  return refs.filter((ref) => !open.has(ref)).map((key) => ({ key, name: headings.get(key) ?? key }))
}

/** What staff call these documents. */
export async function headingsOf(place: Place, refs: readonly Ref[]): Promise<Map<Ref, string>> {
  const found = await Promise.all(
    [...idsByType(refs)].map(async ([type, ids]) =>
      (await workingCopiesOf(place, type, ids)).map(
        (copy) => [refOf<DocumentType>(type, copy.id), headingOf(copy, type)] as const,
      ),
    ),
  )
  return new Map(found.flat())
}

/** Children who are named, unless they are known to be grown up. */
async function perhapsMinorsOf(
  place: Place,
  { type, form, at }: Omit<GateContext, 'around'>,
): Promise<Surroundings['perhapsMinors']> {
  if (type !== 'people') return []
  // The type decides which facts these are.
  const { relations = [] } = form.card.facts as Facts<'people'>
  const children = relations.flatMap(({ type: kind, person }) => (kind === 'child' && person ? [person] : []))
  const ids = idsByType(children).get('people') ?? []
  const copies = await workingCopiesOf(place, 'people', ids)
  return copies
    .filter((copy) => !isAdult(copy, at))
    .map((copy) => ({ key: refOf<DocumentType>('people', copy.id), name: headingOf(copy, 'people') }))
}

function isAdult({ birthDate }: WorkingCopy, at: string): boolean {
  const parsed = typeof birthDate === 'string' && birthDate !== '' ? parseEdtf(birthDate) : null
  return Boolean(parsed?.ok && parsed.date.latest !== null && parsed.date.latest <= adultsBornBefore(at))
}
