import { InputObjectRef } from '@pothos/core'
import { type DocumentType, documents } from '#record/shape.ts'
import { documentLists } from '../../lists/documentLists.ts'
import type { WhereOf } from '../../lists/filters/where.ts'
import { builder, type Types } from '../builder.ts'

/** The input of a type's filter: its conditions, and what combines whole filters. */
export function whereInput<Type extends DocumentType>(type: Type): InputObjectRef<Types, WhereOf<Type>> {
  const where = new InputObjectRef<Types, WhereOf<Type>>(`${documents[type].typeName}Where`)
  // Its fields are derived from the conditions that its shape is derived from.
  const shapeless: InputObjectRef<Types, unknown> = where
  builder.inputType(shapeless, {
    description: `Which ${type}. All conditions hold; a list of values means any of them.`,
    fields: (t) => ({
      and: t.field({ type: [where], description: 'All of these hold.' }),
      or: t.field({ type: [where], description: 'One of these holds.' }),
      not: t.field({ type: where, description: 'This does not hold.' }),
      ...Object.fromEntries(
        Object.entries(documentLists[type].where).map(([name, { input, description }]) => [
          name,
          t.field({ type: input, description }),
        ]),
      ),
    }),
  })
  return where
}
