import type { GraphQLError } from 'graphql'
import { type ErrorCode, refusal } from '../errors.ts'

type Limit = { most: number; code: ErrorCode; says: (asked: number, most: number) => string }

/** What one request may ask for. Every refusal names the number that was asked for and the number that is allowed. */
export const limits = {
  pageSize: {
    most: 100,
    code: 'PAGE_SIZE_EXCEEDED',
    says: (asked, most) => `A page of ${asked} was asked for; a page holds at most ${most}.`,
  },
  cost: {
    most: 10_000,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) =>
      `This request costs ${asked}; the limit is ${most}. Ask for smaller pages or fewer nested lists.`,
  },
  depth: {
    most: 10,
    code: 'DEPTH_LIMIT_EXCEEDED',
    says: (asked, most) => `Fields are nested ${asked} deep; the limit is ${most}.`,
  },
  introspectionDepth: {
    most: 16,
    code: 'DEPTH_LIMIT_EXCEEDED',
    says: (asked, most) => `Introspection is nested ${asked} deep; the limit is ${most}.`,
  },
  aliases: {
    most: 30,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} aliases; the limit is ${most}.`,
  },
  rootFields: {
    most: 10,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} root fields; the limit is ${most}.`,
  },
  fields: {
    most: 1000,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} fields once fragments are unfolded; the limit is ${most}.`,
  },
  directives: {
    most: 30,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} directives; the limit is ${most}.`,
  },
  tokens: {
    most: 2_000,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `The document has ${asked} tokens; the limit is ${most}.`,
  },
  repeats: {
    most: 12,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `Fields are selected ${asked} times more than once in one place; the limit is ${most}.`,
  },
  fragments: {
    most: 40,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} fragments; the limit is ${most}.`,
  },
  variables: {
    most: 100,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `There are ${asked} variables; the limit is ${most}.`,
  },
  nesting: {
    most: 64,
    code: 'DEPTH_LIMIT_EXCEEDED',
    says: (asked, most) => `Brackets are nested ${asked} deep; the limit is ${most}.`,
  },
  queryBytes: {
    most: 12 * 1024,
    code: 'COST_LIMIT_EXCEEDED',
    says: (asked, most) => `The document has ${asked} bytes; the limit is ${most}.`,
  },
  bodyBytes: {
    most: 64 * 1024,
    code: 'BAD_REQUEST',
    says: (asked, most) => `The body has ${asked} bytes; the limit is ${most}.`,
  },
  milliseconds: {
    most: 10_000,
    code: 'BAD_REQUEST',
    says: (asked, most) => `The request took ${asked} ms; the limit is ${most} ms.`,
  },
} as const satisfies Record<string, Limit>
export type LimitName = keyof typeof limits

export function overLimit(name: LimitName, asked: number): GraphQLError | undefined {
  const { most, code, says } = limits[name]
  return asked > most ? refusal(code, says(asked, most), { asked, limit: most }) : undefined
}

/** What a field costs beyond 1 for an object: scans, derivations, long texts. */
export const weights = {
  condition: 2,
  scanCondition: 50,
  search: 50,
  facets: 100,
  derived: 5,
  introspection: 4000,
} as const
