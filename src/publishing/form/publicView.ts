import { isObject } from '#base/isObject.ts'
import type { WordPath } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { appliedPublishAs } from './publishAs.ts'

type Rule = (copy: WorkingCopy) => WorkingCopy

/** What is held back of a document although its fields are public ones: one row per rule. */
const rules: { readonly [Type in DocumentType]?: readonly Rule[] } = {
  people: [visibleRelations, appliedPublishAs],
  events: [withoutWithheldPlace],
  places: [withoutHomeAddress],
}

/** A working copy as the public may see it, all of it published. What is internal to a rule is gone here, before anything is projected. */
export function publicView(type: DocumentType, copy: WorkingCopy): WorkingCopy {
  return (rules[type] ?? []).reduce((view, rule) => rule(view), copy)
}

/** Fields of a relation that stay, by its visibility. What is not said to be named names nobody. */
const shownOfRelation = {
  named: 'everything',
  unnamed: ['id', 'type', 'count', 'sources'],
  internal: 'nothing',
} as const

function visibilityOf(row: { [field: string]: unknown }): keyof typeof shownOfRelation {
  if (row.visibility === 'named' || row.visibility === 'internal') return row.visibility
  return 'unnamed'
}

function visibleRelations(copy: WorkingCopy): WorkingCopy {
  const relations = rowsOf(copy.relations).flatMap((row) => {
    const shown = shownOfRelation[visibilityOf(row)]
    if (shown === 'nothing') return []
    if (shown === 'everything') return [row]
    return [Object.fromEntries(shown.map((name) => [name, row[name]]))]
  })
  return { ...copy, relations }
}

/** Words that a rule of the facts takes out of every locale at once: the labels of relations that are not named. */
export function hiddenWords(type: DocumentType, copy: WorkingCopy): ReadonlySet<WordPath> {
  const hidden = type === 'people' ? rowsOf(copy.relations).filter((row) => visibilityOf(row) !== 'named') : []
  return new Set(hidden.map(({ id }) => `relations/${id}/label`))
}

/** Neither where it happened nor where somebody was held from then on. */
function withoutWithheldPlace(copy: WorkingCopy): WorkingCopy {
  if (copy.placePrecision !== 'withheld') return copy
  return { ...copy, place: null, ...(isObject(copy.outcome) && { outcome: { ...copy.outcome, place: null } }) }
}

/** Somebody's home has a name and a region, never an address. */
function withoutHomeAddress(copy: WorkingCopy): WorkingCopy {
  return copy.kind === 'home' ? { ...copy, coordinates: null, postalAddress: null } : copy
}
