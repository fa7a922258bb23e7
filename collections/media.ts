import { resolve } from 'node:path'
import type { CollectionConfig, Field } from 'payload'
import type { Environment } from '#base/env.ts'
import { describePicture, openMainFile, pictureUpload, removeFiles, takePicture } from '#media/mediaHooks.ts'
import { documentCollection } from './documentCollection.ts'
import { dateField } from './fields/dateField.ts'
import { links } from './fields/links.ts'
import { computed, hidden, internal } from './fields/ruled.ts'
import { row } from './fields/structure.ts'
import { choice, yesNo } from './fields/values.ts'
import { fact, paragraphs, words } from './fields/words.ts'

const fields: Field[] = [
  words('alt'),
  paragraphs('caption'),
  row(fact('creator'), fact('creditText')),
  row(fact('copyrightNotice'), fact('licence')),
  dateField('takenOn'),
  links('personsShown', 'people'),
  choice('sensitivity', 'sensitivity', { defaultValue: 'none' }),
  computed(fact('sha256')),
  internal(computed(fact('original'))),
  internal(computed(fact('originalSha256'))),
  internal(computed(yesNo('hadLocation'))),
  hidden(fact('thumbhash')),
  hidden({ name: 'variants', type: 'json' }),
]

export function media(env: Pick<Environment, 'MEDIA_DIR'>): CollectionConfig {
  return documentCollection({
    type: 'media',
    columns: ['filename', 'heading', 'creator', 'sensitivity', 'publishedIn', 'updatedAt'],
    searchIn: ['alt', 'caption', 'creator'],
    upload: pictureUpload(resolve(env.MEDIA_DIR)),
    hooks: {
      beforeOperation: [takePicture],
      beforeChange: [describePicture],
      afterChange: [openMainFile],
      afterDelete: [removeFiles],
    },
    fields,
  })
}
