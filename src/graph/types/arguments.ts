import type { ArgBuilder } from '@pothos/core'
import type { Locale } from '#locales/table.ts'
import type { builder } from '../builder.ts'
import type { GraphContext } from '../context.ts'
import { limits } from '../limitTable.ts'
import { type Reading, readingOf } from '../reading.ts'

type Arg = ArgBuilder<(typeof builder)['$inferSchemaTypes']>

/** What a root field without `first` and `last` gives. */
export const defaultFirst = 20

export function readingArgs(arg: Arg) {
  return {
    locale: arg({ type: 'Locale', description: 'The language to read in; the configured default where absent.' }),
    fallback: arg({
      type: ['Locale'],
      description:
        'Where to look next, in order, when words are missing. Absent: the chain that `locales` shows. Empty: nowhere.',
    }),
  }
}

type ReadingArgs = { locale?: Locale | null; fallback?: Locale[] | null }

export function readingFrom({ locale, fallback }: ReadingArgs, { defaultLocale }: GraphContext): Reading {
  return readingOf(locale ?? defaultLocale, fallback ?? undefined)
}

export function pageArgs(arg: Arg, isNested: boolean) {
  const size = `1 to ${limits.pageSize.most}`
  const need = isNested ? 'exactly one of first and last is needed' : `${defaultFirst} where neither is given`
  return {
    first: arg.int({ description: `The first so many documents, ${size}; ${need}.` }),
    after: arg.string({ description: 'Only documents behind this cursor.' }),
    last: arg.int({ description: `The last so many documents instead, ${size}.` }),
    before: arg.string({ description: 'Only documents before this cursor.' }),
  }
}
