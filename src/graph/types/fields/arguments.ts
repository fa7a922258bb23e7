import type { ArgBuilder } from '@pothos/core'
import type { Locale } from '#locales/table.ts'
import type { GraphContext } from '../../context.ts'
import { limits } from '../../limits/table.ts'
import { type LocaleRequest, localeRequest } from '../../words/localeRequest.ts'
import type { Types } from '../builder.ts'

type Arg = ArgBuilder<Types>

/** What a root field without `first` and `last` gives. */
export const defaultFirst = 20

export function localeArgs(arg: Arg) {
  return {
    locale: arg({ type: 'Locale', description: 'The language to read in; the configured default where absent.' }),
    fallback: arg({
      type: ['Locale'],
      description:
        'Where to look next, in order, when words are missing. Absent: the chain that `locales` shows. Empty: nowhere.',
    }),
  }
}

type LocaleArgs = { locale?: Locale | null; fallback?: Locale[] | null }

export function localeRequestFrom({ locale, fallback }: LocaleArgs, { defaultLocale }: GraphContext): LocaleRequest {
  return localeRequest(locale ?? defaultLocale, fallback ?? undefined)
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
