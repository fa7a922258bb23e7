import { isLocale } from '#locales/table.ts'

/**
 * What may stand in the address of each endpoint after the question mark, and what each takes. Anything else is refused by name: Payload
 * has parameters that change the locale of a save after rights were asked for it, replace a document by its last published version, or
 * do nothing here and say that they did.
 */
type Check = (value: unknown) => boolean

const whole =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
const yesOrNo: Check = (value) => ['true', 'false', '1', '0', ''].includes(String(value))
const text: Check = (value) => typeof value === 'string'
const tree: Check = (value) => isTree(value)
const noTree: Check = (value) => value === 'false' || isTree(value)
/** Read against the fields of the collection, in `conditions.ts`. */
const condition: Check = () => true

// `maxDepth` of Payload's configuration is 10.
const depth = whole(0, 10)
const shape = { depth, select: tree, populate: tree }
/** No document has drafts of Payload's kind; the admin asks for them when it reads related documents. */
const asRead = { ...shape, draft: yesOrNo, trash: yesOrNo }
const page = { limit: whole(0, 100_000), page: whole(1, 1_000_000), pagination: yesOrNo, sort: condition }
const which = { trash: yesOrNo, where: condition }

/** Of any endpoint: in which locale the answer is, and what is taken for a word that it does not have. */
const everywhere = { locale: text, fallbackLocale: isFallback, 'fallback-locale': isFallback }

/** Crops and focal points of an upload. */
const file = { uploadEdits: tree }

/** An endpoint that is not here takes what any takes. */
const byEndpoint: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'get /': { ...asRead, ...page, ...which, joins: noTree },
  'get /count': which,
  'get /versions': { ...shape, ...page, ...which },
  'get /:id': { ...asRead, joins: noTree },
  'get /versions/:id': { ...shape, trash: yesOrNo },
  // The admin says with each restored version that it is to be no draft.
  'post /versions/:id': { depth, populate: tree, draft: (value) => value === 'false' },
  'post /': shape,
  'patch /': { ...shape, ...which, limit: page.limit, sort: condition },
  'patch /:id': { ...shape, trash: yesOrNo },
  // It deletes all that the condition fits: a limit would promise something else.
  'delete /': { ...shape, ...which, limit: whole(0, 0) },
  'delete /:id': { ...shape, trash: yesOrNo },
  'post /:id/duplicate': { ...shape, selectedLocales: (value) => Array.isArray(value) && value.every(isLocaleOrNone) },
  'get /me': { ...asRead, joins: noTree },
  'post /logout': { allSessions: yesOrNo },
  'post /refresh-token': { refresh: yesOrNo },
}

const ofMedia: typeof byEndpoint = {
  'post /': file,
  'patch /:id': file,
  'get /:id/original': { reason: text },
}

/** The admin asks for a picture with the time of its last change as a name, so that its browser takes a changed one for another. */
const timeOfChange = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Names that this endpoint takes with no such value, or not at all. */
export function faultsOfParameters(owner: string, endpoint: string, query: Record<string, unknown>): string[] {
  const taken: Readonly<Record<string, Check>> = {
    ...everywhere,
    ...byEndpoint[endpoint],
    ...(owner === 'media' && ofMedia[endpoint]),
  }
  const isFile = endpoint === 'get /file/:filename'
  const isFine = ([name, value]: [string, unknown]) =>
    Object.hasOwn(taken, name) ? taken[name]?.(value) : isFile && value === '' && timeOfChange.test(name)
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .filter((one) => !isFine(one))
    .map(([name]) => name || '?')
}

/** What one list inside a document takes of its own. */
export function faultsOfJoinParameters({ limit, page: which, count }: Record<string, unknown>): string[] {
  const wrong = {
    limit: limit === undefined || page.limit(limit),
    page: which === undefined || page.page(which),
    count: count === undefined || yesOrNo(count),
  }
  return Object.entries(wrong).flatMap(([name, isFine]) => (isFine ? [] : [name]))
}

function isLocaleOrNone(value: unknown): boolean {
  return typeof value === 'string' && (value === '' || isLocale(value))
}

function isFallback(value: unknown): boolean {
  return ['', 'null', 'none', 'false'].includes(String(value)) || [value].flat().every(isLocaleOrNone)
}

/** Names and yes or no, a few levels deep. */
export function isTree(value: unknown, levels = 10): boolean {
  if (typeof value === 'string') return true
  if (levels === 0 || typeof value !== 'object' || value === null) return false
  return Object.values(value).every((one) => isTree(one, levels - 1))
}
