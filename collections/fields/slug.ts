import type { FieldHook, PayloadRequest, TextField, TextFieldSingleValidation, Where } from 'payload'
import { say } from '../wording/say.ts'
import { translated } from '../wording/translated.ts'
import { computed, hidden } from './ruled.ts'
import { fact } from './words.ts'

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const badShape = say(
  'Use small Latin letters, digits and single hyphens only, for example server-mustafaiev.',
  'Лише малі латинські літери, цифри й поодинокі дефіси, наприклад server-mustafaiev.',
  'Только строчные латинские буквы, цифры и одиночные дефисы, например server-mustafaiev.',
  'Yalnızca küçük Latin harfleri, rakamlar ve tek tireler, örneğin server-mustafaiev.',
)

const taken = say(
  'Another person has or had this address word; old links would lead to the wrong person.',
  'Інша людина має або мала це слово адреси; старі посилання вели б не до тієї людини.',
  'У другого человека есть или было это слово адреса; старые ссылки вели бы не к тому человеку.',
  'Bu adres sözcüğü başka bir kişinin ya da eskiden onundu; eski bağlantılar yanlış kişiye götürürdü.',
)

const validate: TextFieldSingleValidation = async (value, { id, req }) => {
  if (!value) return true
  if (value.length > 100 || !shape.test(value)) return translated(badShape, req)
  return (await isTaken(value, id, req)) ? translated(taken, req) : true
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

/** One address word for all locales. Two people never share one, a former one included. */
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
