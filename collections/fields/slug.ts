import type { FieldHook, PayloadRequest, TextField, TextFieldSingleValidation, Where } from 'payload'
import { message } from '#messages/message.ts'
import { computed, hidden } from './ruled.ts'
import { fact } from './words.ts'

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const validate: TextFieldSingleValidation = async (value, { id, req }) => {
  if (!value) return true
  if (value.length > 100 || !shape.test(value)) return message(req.i18n.language, 'slug.characters')
  return (await isTaken(value, id, req)) ? message(req.i18n.language, 'slug.taken') : true
}

async function isTaken(slug: string, id: number | string | undefined, req: PayloadRequest): Promise<boolean> {
  const named: Where = { or: [{ slug: { equals: slug } }, { 'formerSlugs.slug': { equals: slug } }] }
  // The adapter itself: the local API would replace the context of the request in the middle of a save.
  const { totalDocs } = await req.payload.db.count({
    collection: 'people',
    where: id === undefined ? named : { and: [named, { id: { not_equals: id } }] },
    req,
  })
  return totalDocs > 0
}

/** An emptied field is no slug: two people without one are not in each other's way. */
const emptyIsNone: FieldHook = ({ value }) => (value === '' ? null : value)

/** One slug for all locales. Two people never share one, a former one included. */
export const slug: TextField = fact('slug', {
  index: true,
  admin: { position: 'sidebar' },
  hooks: { beforeValidate: [emptyIsNone], beforeDuplicate: [() => null] },
  validate,
})

/**
 * What makes slugs unique in the database: the slug, or a random text where there is none. A unique
 * index on the slug itself would let MongoDB hold one person without a slug and no second one.
 */
export const slugKey: TextField = hidden(fact('slugKey', { unique: true }))

export const formerSlugs = computed({
  name: 'formerSlugs',
  type: 'array',
  fields: [fact('slug', { index: true })],
  hooks: { beforeDuplicate: [() => []] },
  admin: { position: 'sidebar', initCollapsed: true },
})
