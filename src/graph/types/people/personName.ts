import type { Node } from '../../documents/node.ts'
import { type Served, wordsIn } from '../../words/resolveWords.ts'
import { directionOf } from '../../words/richHtml.ts'
import { builder } from '../builder.ts'
import { TextDirection } from '../values/enums.ts'

type Name = { person: Node<'people'>; served: Served | null }

function part(path: string, description: string) {
  return { description, resolve: (name: Name) => namePart(name, path) }
}

export const PersonName = builder.objectRef<Name>('PersonName').implement({
  description: 'The published name of a person, whole in one language. Null throughout where the name is withheld.',
  fields: (t) => ({
    display: t.string({
      description: 'The name as running text has it: "Server Mustafaiev".',
      resolve: ({ served }) => served?.value,
    }),
    sort: t.string(part('sortName', 'The name as a sorted list has it: "Mustafaiev, Server".')),
    given: t.string(part('name/given', 'Given name.')),
    additional: t.string(part('name/additional', 'Patronymic or middle name; letters need it.')),
    family: t.string(part('name/family', 'Family name.')),
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
export function namePart({ person, served }: Name, path: string): string | null {
  return served && (wordsIn(person.entry.card.words, path, served.locale)?.value ?? null)
}
