export const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ')
export const nested = (open: string, close: string, depth: number, inside = '') =>
  open.repeat(depth) + inside + close.repeat(depth)
export const slug = 'query ($slug: String) { person(slug: $slug) { id } }'
export const first = 'query ($first: Int) { people(first: $first) { totalCount } }'
const after = 'query ($after: String) { people(first: 1, after: $after) { totalCount } }'
const where = 'query ($where: PersonWhere) { people(first: 1, where: $where) { totalCount } }'
const locale = 'query ($locale: Locale) { people(first: 1, locale: $locale) { totalCount } }'

/** Fragments that each spread the next one twice: one field in the end, 2^most ways to it. */
export const doubling = (most: number) =>
  `{ people(first: 1) { nodes { ...F0 } } } fragment F${most} on Person { id } ${times(
    most,
    (n) => `fragment F${n} on Person { ...F${n + 1} ...F${n + 1} }`,
  )}`

export type Hostile = { query: string; variables?: unknown; code?: string }

/** Requests that must be refused, each with a code that its answer must carry. */
export const hostile: Record<string, Hostile> = {
  'nothing but braces': { query: '{}' },
  'an open brace': { query: '{' },
  'no GraphQL': { query: 'SELECT * FROM users' },
  'control characters': { query: '{ people\u0000 { totalCount } }' },
  'an unknown field': { query: '{ users { email } }', code: 'GRAPHQL_VALIDATION_FAILED' },
  'a mutation': { query: 'mutation { deletePerson(id: 1) { id } }' },
  'a subscription': { query: 'subscription { people { id } }' },
  'three thousand nested lists': {
    query: `{ people(first: ${nested('[', ']', 3000)}) { totalCount } }`,
    code: 'DEPTH_LIMIT_EXCEEDED',
  },
  'three thousand nested objects': {
    query: `{ people(where: ${nested('{not:', '}', 1500, '{}')}) { totalCount } }`,
    code: 'DEPTH_LIMIT_EXCEEDED',
  },
  'deep fields': {
    query: `{ people(first: 1) { nodes { ${nested('relations { person { ', ' } }', 6, 'id')} } } }`,
    code: 'DEPTH_LIMIT_EXCEEDED',
  },
  'deep introspection': { query: `{ __schema { types { ${nested('fields { type {', '} }', 9, 'name')} } } }` },
  'a thousand aliases': { query: `{ ${times(1000, (n) => `a${n}: __typename`)} }`, code: 'COST_LIMIT_EXCEEDED' },
  'aliased lists': {
    query: `{ ${times(31, (n) => `a${n}: people(first: 1) { totalCount }`)} }`,
    code: 'COST_LIMIT_EXCEEDED',
  },
  'eleven root fields': { query: `{ ${times(11, () => 'people(first: 1) { totalCount } __typename')} }` },
  'one field two thousand times': { query: `{ people(first: 1) { ${'totalCount '.repeat(1000)} } }` },
  'a text over 12 KB': {
    query: `{ people(first: 1) { totalCount } } # ${'x'.repeat(13_000)}`,
    code: 'COST_LIMIT_EXCEEDED',
  },
  'a hundred directives': { query: `{ people(first: 1) { totalCount ${'@include(if: true) '.repeat(100)} } }` },
  'unknown directives': { query: `{ people(first: 1) { totalCount ${'@a '.repeat(500)} } }` },
  'a circle of fragments': {
    query: '{ people(first: 1) { nodes { ...A } } } fragment A on Person { ...B } fragment B on Person { ...A }',
  },
  'a fragment in itself': { query: '{ people(first: 1) { nodes { ...A } } } fragment A on Person { id ...A }' },
  'a page of a million': { query: first, variables: { first: 1_000_000 }, code: 'PAGE_SIZE_EXCEEDED' },
  'a page of nothing': { query: first, variables: { first: 0 }, code: 'INVALID_INPUT' },
  'a negative page': { query: first, variables: { first: -5 }, code: 'INVALID_INPUT' },
  'a page that is no number': { query: first, variables: { first: '5' }, code: 'INVALID_INPUT' },
  'a page beyond integers': { query: first, variables: { first: 1e20 }, code: 'INVALID_INPUT' },
  'an operator as a value': { query: slug, variables: { slug: { $ne: null } }, code: 'INVALID_INPUT' },
  'an operator as a list': { query: slug, variables: { slug: ['a', 'b'] }, code: 'INVALID_INPUT' },
  'an operator inside a filter': {
    query: where,
    variables: { where: { $where: 'sleep(1000)' } },
    code: 'INVALID_INPUT',
  },
  'prototype keys in a filter': {
    query: where,
    variables: JSON.parse('{"where":{"__proto__":{"admin":true}}}'),
    code: 'INVALID_INPUT',
  },
  'a constructor in a filter': {
    query: where,
    variables: { where: { constructor: { prototype: {} } } },
    code: 'INVALID_INPUT',
  },
  'a filter on what is internal': { query: '{ people(first: 1, where: { safety: { risk: "high" } }) { totalCount } }' },
  'a filter nested by variables': {
    query: where,
    variables: { where: JSON.parse(nested('{"not":', '}', 200, '{}')) },
    code: 'DEPTH_LIMIT_EXCEEDED',
  },
  'a cursor of somebody else': {
    query: after,
    variables: { after: 'YXJyYXljb25uZWN0aW9uOjA=' },
    code: 'INVALID_CURSOR',
  },
  'a cursor of garbage': { query: after, variables: { after: '\u0000\uFFFF%%%' }, code: 'INVALID_CURSOR' },
  'a cursor that closes a string': { query: after, variables: { after: '"},{"$gt":""' }, code: 'INVALID_CURSOR' },
  'a long cursor': { query: after, variables: { after: 'A'.repeat(50_000) }, code: 'INVALID_CURSOR' },
  'an unknown locale': { query: locale, variables: { locale: 'ua' }, code: 'UNKNOWN_LOCALE' },
  'an unknown locale inline': { query: '{ people(first: 1, locale: "ukr") { totalCount } }', code: 'UNKNOWN_LOCALE' },
  'a locale that is no text': { query: locale, variables: { locale: 5 } },
  'a locale of markup': { query: locale, variables: { locale: '<script>alert(1)</script>' }, code: 'UNKNOWN_LOCALE' },
  'a locale named __proto__': { query: locale, variables: { locale: '__proto__' }, code: 'UNKNOWN_LOCALE' },
  'a variable that is not there': { query: 'query ($a: String!) { person(slug: $a) { id } }', code: 'INVALID_INPUT' },
  'deferred parts': {
    query: '{ people(first: 1) { totalCount ... @defer { nodes { id } } } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  'a wide list of lists': {
    query:
      '{ people(first: 100) { nodes { quotes(first: 100) { nodes { about { __typename } speaker { quotes(first: 100) { nodes { id } } } } } } } }',
    code: 'COST_LIMIT_EXCEEDED',
  },
  'fragments that double, sixty of them': { query: doubling(60), code: 'COST_LIMIT_EXCEEDED' },
  'five hundred unknown fields': { query: `{ people(first: 1) { nodes { ${times(500, (n) => `nam${n}`)} } } }` },
  'five hundred unknown arguments': { query: `{ people(${times(500, (n) => `firs${n}: 1`)}) { totalCount } }` },
  'an unknown type sixty times': { query: `{ ${times(60, (n) => `... on Perso${n} { id }`)} }` },
  'ninety-nine variables, none of them used': {
    query: `query (${times(99, (n) => `$v${n}: [PersonWhere!]`)}) { people(first: 1) { totalCount } }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  'fields that overlap in twelve places and disagree': {
    query: `{ people(first: 1) { ${times(12, (n) => `nodes { ${times(20, (k) => `f${k}`)} a: ${n % 2 ? 'id' : 'slug'} }`)} } }`,
  },
  'thirty fragments of thirty fields, each spread in each': {
    query: `{ people(first: 1) { nodes { ...F0 } } } ${times(
      30,
      (n) => `fragment F${n} on Person { ${times(20, (k) => `f${k}`)} ...F${(n + 1) % 30} ...F${(n + 7) % 30} }`,
    )}`,
  },
  'a filter of four thousand ids': {
    query: where,
    variables: { where: { ids: Array.from({ length: 4500 }, (_, n) => `people:${n}`) } },
    code: 'COST_LIMIT_EXCEEDED',
  },
  'a filter of a thousand others': {
    query: where,
    variables: {
      where: { or: Array.from({ length: 1000 }, (_, n) => ({ kind: ['PRISONER'], born: { from: `${n}` } })) },
    },
  },
  'a list of eight thousand wrong values': {
    query: where,
    variables: { where: { kind: Array.from({ length: 8000 }, (_, n) => `K${n}`) } },
    code: 'INVALID_INPUT',
  },
  'an order of sixty thousand letters': {
    query: 'query ($order: PersonOrder) { people(first: 1, orderBy: $order) { totalCount } }',
    variables: { order: 'NAME_ASC'.repeat(7500) },
    code: 'INVALID_INPUT',
  },
  'a locale of sixty thousand letters': {
    query: locale,
    variables: { locale: 'uk-'.repeat(20_000) },
    code: 'UNKNOWN_LOCALE',
  },
  'a search for sixty thousand letters': {
    query: 'query ($text: String!) { search(text: $text) { totalCount } }',
    variables: { text: 'ab cd '.repeat(10_000) },
    code: 'INVALID_INPUT',
  },
  'a page of unknown locales': {
    query: 'query ($locales: [Locale!]) { people(first: 1, fallback: $locales) { totalCount } }',
    variables: { locales: Array.from({ length: 5000 }, (_, n) => `l${n}`) },
  },
  'five thousand ids': {
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 5000 }, (_, n) => `people:p${n}`) },
  },
}

/** Valid requests near the cost limit (their answers say the cost): the most that anybody may ask for at once. */
export const dearest: Record<string, string> = {
  'everything derived of two hundred people': `{ ${times(
    2,
    (n) => `a${n}: people(first: ${n === 0 ? 100 : 99}) { nodes {
      id jsonLd path alternates { locale url } availableLocales { locale } _l10n { fields { path served } }
      custody { statusLabel } timeline(first: 2) { nodes { __typename } }
    } }`,
  )} }`,
  'three thousand nested documents': `{ ${times(
    10,
    (n) =>
      `a${n}: people(first: 100, orderBy: ${n % 2 ? 'NAME_DESC' : 'UPDATED_AT_DESC'}) { nodes { id slug description name { display sort } quotes(first: 3) { nodes { id text { text } } } } }`,
  )} }`,
  'a hundred and ninety filters on custody': `{ ${times(
    10,
    (n) =>
      `a${n}: people(first: 1, where: { or: [${times(19, (k) => `{ custodyPlace: "places:x${n}${k}" }`)}] }) { totalCount }`,
  )} }`,
  'a hundred and ninety filters on charges': `{ ${times(
    10,
    (n) =>
      `a${n}: people(first: 1, where: { or: [${times(19, (k) => `{ charge: { article: "${n}.${k}" } }`)}] }) { totalCount }`,
  )} }`,
  'ten searches with snippets': `{ ${times(
    10,
    (n) =>
      `a${n}: search(text: "taken from home in the morning ${n}", first: 70) { totalCount edges { snippets { html } node { id } } }`,
  )} }`,
  'all facets of ten selections': `{ ${times(
    10,
    (n) =>
      `a${n}: people(first: 1, where: { not: { charge: { article: "${n}" } } }) { facets { ${['custodyProcedure', 'custodyStatus', 'kind', 'recognition'].map((name) => `${name} { value count }`).join(' ')} } }`,
  )} }`,
  'two introspections': `{ ${times(2, (n) => `a${n}: __schema { types { name fields { name type { name ofType { name } } } } }`)} }`,
}
