import { canonicalJson } from '#base/digest.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import type { PersonSigns } from '#names/withheld/personSigns.ts'
import type { Facts, Ref } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import { wordFieldsOf } from '#record/workingCopy.ts'
import { covers, isClosed, textOf } from '../../form/consent.ts'
import { publicView } from '../../form/publicView.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'
import { shippedParts } from './consent.ts'

/** Somebody whom a relation links and does not name. */
export type HiddenRelative = { key: Ref<'people'>; name: string; signs: PersonSigns }

/** Lawyers and colleagues act in public; a family did not choose to. */
const isFamily = {
  spouse: true,
  parent: true,
  child: true,
  sibling: true,
  other: true,
  lawyer: false,
  colleague: false,
} as const satisfies { [type in WordOf<'relationType'>]: boolean }

/** Relatives are named where they agreed to it: by this name, as this relation, with these words in every locale. */
export function relativeConsent({ consents, ...proposal }: Proposal & Pick<RelatedDocuments, 'consents'>): Finding[] {
  if (proposal.type !== 'people') return []
  // The type decides which facts these are.
  const { relations = [] } = proposal.form.card.facts as Facts<'people'>
  const labels = wordFieldsOf('people', publicView('people', proposal.copy))
  return relations.flatMap(({ id, type = 'other', person }) => {
    const relative = isFamily[type] ? consents.find(({ key }) => key === person) : undefined
    if (!relative?.isNamed || covers(relative.consent, 'name') || isClosed(relative.consent)) return []
    const { key, name, names, consent } = relative
    const said = labels.filter(({ path }) => path.startsWith(`relations/${id}/`))
    const words = said.map(({ path, values }) => [path, values])
    const text = canonicalJson([textOf(consent), type, names, words])
    const overridable = { about: key, text, everyPart: true } as const
    return shippedParts(proposal)
      .filter((part) => part === 'facts' || said.some(({ values }) => values[part] !== undefined))
      .map((part) => ({ part, path: `relations/${id}/person`, values: { name }, overridable }))
  })
}

/** What one relation does not say, no label of another one says. */
export function relativeInLabel({
  hiddenRelatives,
  type,
  copy,
  parts,
}: Proposal & Pick<RelatedDocuments, 'hiddenRelatives'>): Finding[] {
  if (type !== 'people' || hiddenRelatives.length === 0) return []
  const labels = wordFieldsOf(type, publicView(type, copy)).filter(({ path }) => path.startsWith('relations/'))
  return parts.locales.flatMap((part) =>
    labels.flatMap(({ path, values }) => {
      const label = values[part]
      if (typeof label !== 'string') return []
      return hiddenRelatives
        .filter(({ signs }) => namesSaidIn(label, signs, { aboutPerson: true }).length > 0)
        .map(({ key, name }) => ({
          part,
          path,
          values: { field: path, name },
          overridable: { about: key, text: label },
        }))
    }),
  )
}
