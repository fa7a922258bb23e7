import { resolve } from 'node:path'
import type { CollectionConfig, Field } from 'payload'
import type { Environment } from '#base/env.ts'
import { documentCollection } from './documentCollection.ts'
import { dateField } from './fields/dateField.ts'
import { links } from './fields/links.ts'
import { row } from './fields/structure.ts'
import { choice, yesNo } from './fields/values.ts'
import { fact, paragraphs, words } from './fields/words.ts'

export function media(env: Pick<Environment, 'MEDIA_DIR'>): CollectionConfig {
  return documentCollection({ type: 'media', upload: { staticDir: resolve(env.MEDIA_DIR) }, fields })
}

const fields: Field[] = [
  words('alt'),
  paragraphs('caption'),
  row(fact('creator'), fact('creditText')),
  row(fact('copyrightNotice'), fact('licence')),
  dateField('takenOn'),
  links('personsShown', 'people'),
  choice('sensitivity', 'sensitivity', { defaultValue: 'none' }),
  fact('thumbhash'),
  fact('sha256'),
  { name: 'variants', type: 'json' },
  fact('original'),
  fact('originalSha256'),
  yesNo('hadLocation'),
]
