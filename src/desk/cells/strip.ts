import { type LocaleRow, locales } from '#locales/table.ts'
import type { MessageKey } from '#messages/message.ts'
import type { Part } from '#record/record.ts'

/** solid: public as it is · ring: public, changes pending · dotted: words that were never public · none: nothing */
export type Mark = 'solid' | 'ring' | 'dotted' | 'none'

export const markWords = {
  solid: 'publish.state.public',
  ring: 'publish.state.pending',
  dotted: 'publish.state.notPublic',
  none: 'publish.state.empty',
} as const satisfies Record<Mark, MessageKey>

export function markOf(part: Part, publishedIn: readonly Part[], pendingIn: readonly Part[]): Mark {
  const isPending = pendingIn.includes(part)
  if (publishedIn.includes(part)) return isPending ? 'ring' : 'solid'
  return isPending ? 'dotted' : 'none'
}

/** The shortest name that tells the locales of the table apart: `uk`, `crh-C`. */
export function shortCode(code: string, all: readonly LocaleRow[] = locales): string {
  const [language = code, script] = code.split('-')
  const isAlone = all.filter((row) => row.code.split('-')[0] === language).length === 1
  return script && !isAlone ? `${language}-${script[0]}` : language
}
