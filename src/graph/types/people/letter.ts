import type { PartialDate } from '#base/time/partialDate.ts'
import { type Node, servedString, servedText } from '../../documents/node.ts'
import { builder } from '../builder.ts'
import { PlaceRef } from '../refs.ts'
import { PartialDateRef } from '../values/text.ts'
import { namePart } from './personName.ts'

type Person = Node<'people'>
type LetterTo = { person: Person; place: Node<'places'>; checkedOn: PartialDate }

export const Letter = builder.objectRef<LetterTo>('Letter').implement({
  description: 'How to write to a person in custody.',
  fields: (t) => ({
    recipient: t.string({
      description: 'Name for the envelope, with the patronymic.',
      resolve: ({ person }, _, context) => recipient(person, context),
    }),
    addressBlock: t.stringList({
      nullable: false,
      description: 'The lines of the envelope: recipient, address, postal code.',
      resolve: ({ person, place }, _, context) => {
        const { lines = [], postalCode } = place.facts.postalAddress ?? {}
        return [recipient(person, context), ...lines, postalCode].filter((line) => typeof line === 'string')
      },
    }),
    place: t.field({
      type: PlaceRef,
      nullable: false,
      description: 'Where the letter goes.',
      resolve: ({ place }) => place,
    }),
    languages: t.stringList({
      nullable: false,
      description: 'Language tags of the languages that pass the censor; empty where nobody has said.',
      resolve: ({ place }) => place.facts.letterRules?.locales ?? [],
    }),
    rules: t.string({
      description: 'What the place allows in a letter.',
      resolve: ({ place }, _, context) => servedString(place, 'letterRules/note', context),
    }),
    note: t.string({
      description: 'What to mind when writing to this person.',
      resolve: ({ person }, _, context) => servedString(person, 'letters/note', context),
    }),
    checkedOn: t.field({
      type: PartialDateRef,
      nullable: false,
      description: 'When the address was last found to be right.',
      resolve: ({ person, checkedOn }) => ({ date: checkedOn, request: person.request }),
    }),
  }),
})

function recipient(person: Person, context: Parameters<typeof servedText>[2]): string | null {
  const served = servedText(person, 'displayName', context)
  if (!served) return null
  const parts = ['name/family', 'name/given', 'name/additional'].flatMap(
    (path) => namePart({ person, served }, path) ?? [],
  )
  return parts.length > 0 ? parts.join(' ') : served.value
}
