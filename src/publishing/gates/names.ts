import { type Form, type LocaleCode, refOf } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { isNamePath, publishAsOf } from '../form/publishAs.ts'
import { wouldBe } from '../form/standing.ts'
import { digestOfOverride } from '../overrides/overrides.ts'
import { holdsNameBack, realNamesOf } from '../withheld/realNames.ts'
import type { Saying, Standing } from '../withheld/sayings.ts'
import type { Finding, GateName, Proposal, RelatedDocuments, SayingShown } from './gates.ts'

type WithSayings = Proposal & Pick<RelatedDocuments, 'sayings'>

/** Every part, shipped or not: what already stands in public words must not give a name away either. */
export function saidBy(standing: Standing): (context: WithSayings) => Finding[] {
  return ({ sayings }) => sayings.filter((one) => one.standing === standing).map(sayingFound)
}

/** In a document that names the person, or that such a document cites. */
const isBound = ({ standing }: Saying): boolean => standing === 'naming' || standing === 'cited'

const isOwn = ({ type, copy }: Proposal, { document }: Saying): boolean =>
  document === refOf<DocumentType>(type, copy.id)

export function saidHere({ sayings, ...proposal }: WithSayings): Finding[] {
  return sayings.filter((one) => isBound(one) && isOwn(proposal, one)).map(sayingFound)
}

export function saidBeside({ sayings, ...proposal }: WithSayings): Finding[] {
  return sayings.filter((one) => isBound(one) && !isOwn(proposal, one)).map(sayingFound)
}

/** A relative shares the family name, and others share any name: whether the person is meant is for somebody to say, at these gates. */
const overridableGates: { readonly [Name in Standing]?: GateName } = {
  relative: 'relativeNamed',
  other: 'nameSaidElsewhere',
}

/** The digest under which somebody may say that a saying stands for somebody else; undefined where nobody may. */
export function digestOfSaying({ standing, document, part, path, about, text }: Saying): string | undefined {
  const gate = overridableGates[standing]
  return gate && digestOfOverride({ gate, key: document, part, path, about, text })
}

function sayingFound(saying: SayingShown): Finding {
  const { document, part, path, position, said, title, person, isTold, about, text } = saying
  return {
    document,
    part,
    path,
    position,
    values: { field: path, name: said, title, person },
    ...(isTold && { overridable: { about, text } }),
  }
}

/** A name that changes its form changes in every public locale at once, or the old one stays readable beside the new. */
export function publishAsEverywhere({ type, copy, published, form }: Proposal): Finding[] {
  if (type !== 'people' || !published) return []
  if (publishAsOf(copy) === 'full' && !holdsNameBack(published, realNamesOf(copy))) return []
  const all = wouldBe(type, copy, published)
  const names = ({ card }: Form, locale: LocaleCode) =>
    Object.entries(card.words[locale] ?? {})
      .filter(([path]) => isNamePath(path))
      .map(([path, words]) => `${path} ${words.digest}`)
      .sort()
      .join()
  const locales = Object.keys(form.card.parts).filter((part) => part !== 'facts')
  return locales
    .filter((locale) => names(form, locale) !== names(all, locale))
    .map((part) => ({ part, unless: [part] }))
}
