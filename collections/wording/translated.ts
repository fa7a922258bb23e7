import type { PayloadRequest } from 'payload'
import type { Said } from './say.ts'

/** A sentence in the language that the person's admin speaks. */
export function translated(said: Said, req: Pick<PayloadRequest, 'i18n'>): string {
  const { language } = req.i18n
  return language === 'uk' || language === 'ru' || language === 'tr' ? said[language] : said.en
}
