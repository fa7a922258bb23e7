import type { Facts } from '#record/shape.ts'
import { builder } from '../builder.ts'
import type { Node } from '../node.ts'
import { type Served, wordsIn } from '../resolveWords.ts'
import { directionOf } from '../richHtml.ts'
import { NameKind, TextDirection } from './enums.ts'
import { label } from './fields.ts'

type Person = Node<'people'>

export const PersonName = builder.objectRef<{ person: Person; served: Served | null }>('PersonName').implement({
  description: 'The published name of a person, whole in one language. Null throughout where the name is withheld.',
  fields: (t) => ({
    display: t.string({
      description: 'The name as running text has it: "Server Mustafaiev".',
      resolve: ({ served }) => served?.value,
    }),
    sort: t.string({
      description: 'The name as a sorted list has it: "Mustafaiev, Server".',
      resolve: (name) => namePart(name, 'sortName'),
    }),
    given: t.string({ description: 'Given name.', resolve: (name) => namePart(name, 'name/given') }),
    additional: t.string({
      description: 'Patronymic or middle name; letters need it.',
      resolve: (name) => namePart(name, 'name/additional'),
    }),
    family: t.string({ description: 'Family name.', resolve: (name) => namePart(name, 'name/family') }),
    locale: t.string({
      description: 'Language of the name: the value of `lang`.',
      resolve: ({ served }) => served?.locale,
    }),
    dir: t.field({
      type: TextDirection,
      description: 'Direction of the name: the value of `dir`.',
      resolve: ({ served }) => served && directionOf(served.locale),
    }),
    transliterated: t.boolean({
      nullable: false,
      description: 'The name was carried over from another script by rule.',
      resolve: ({ served }) =>
        served !== null && (served.storedIn !== served.locale || served.words.origin === 'transliterated'),
    }),
  }),
})

/** All parts of a name are of the language that the whole name is in. */
export function namePart({ person, served }: { person: Person; served: Served | null }, path: string): string | null {
  return served && (wordsIn(person.entry.card.words, path, served.locale)?.value ?? null)
}

export const AlternateName = builder
  .objectRef<{ person: Person; name: NonNullable<Facts<'people'>['alternateNames']>[number] }>('AlternateName')
  .implement({
    description: 'Another name or spelling that the person is known by.',
    fields: (t) => ({
      value: t.string({ description: 'The name.', resolve: ({ name }) => name.value }),
      locale: t.string({ description: 'Language tag of the name.', resolve: ({ name }) => name.locale }),
      kind: t.field({ type: NameKind, description: 'Why it is listed.', resolve: ({ name }) => name.kind }),
      kindLabel: t.string({
        description: 'The kind in the requested language.',
        resolve: ({ name, person }) => label('nameKind', name.kind, person.reading),
      }),
    }),
  })
