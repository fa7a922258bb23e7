import { resolve } from 'node:path'
import type { CollectionConfig, Field, TextField } from 'payload'
import type { Environment } from '#base/env.ts'
import { describePicture, pictureUpload, takePicture } from '#media/mediaHooks.ts'
import { originalsPlace } from '#media/originals/place.ts'
import { dateField } from '../fields/dateField.ts'
import { deskParts } from '../fields/deskParts.ts'
import { links } from '../fields/links.ts'
import { computed, hidden, internal } from '../fields/ruled.ts'
import { row } from '../fields/structure.ts'
import { choice, yesNo } from '../fields/values.ts'
import { fact, paragraphs, words } from '../fields/words.ts'
import { openOriginal } from '../media/openOriginal.ts'
import { leaveFilesAlone, removeFiles } from '../media/removeFiles.ts'
import { leaveOutOfSearch, searchedByEditors } from '../media/searchedByEditors.ts'
import { servePicture } from '../media/servePicture.ts'
import { documentCollection } from './documentCollection.ts'

/** One of Payload's own fields of an upload, which it labels in English; Payload fills it in. */
function ofFile(name: 'mimeType' | 'url' | 'thumbnailURL', admin: TextField['admin'] = {}): TextField {
  return { name, type: 'text', admin: { ...admin, hidden: true, readOnly: true } }
}

/** Addresses inside of the studio are no column, no filter and no difference between versions. */
const unlisted: TextField['admin'] = {
  disableListColumn: true,
  disableListFilter: true,
  components: { Diff: deskParts.notInForm },
}

/** Read in words, in the document. */
const notInLists = { disableListColumn: true, disableListFilter: true } as const

const fields: Field[] = [
  words('alt'),
  paragraphs('caption'),
  row(fact('creator'), fact('creditText')),
  row(fact('copyrightNotice'), fact('licence')),
  dateField('takenOn'),
  links('personsShown', 'people'),
  choice('sensitivity', 'sensitivity', { defaultValue: 'none' }),
  computed(fact('sha256')),
  searchedByEditors(internal(computed(fact('originalName')))),
  internal(
    computed({ name: 'told', type: 'json', admin: { ...notInLists, components: { Field: deskParts.original } } }),
  ),
  internal(computed(fact('original'))),
  internal(computed(fact('originalSha256'))),
  internal(computed(yesNo('hadLocation'))),
  internal({ name: 'faces', type: 'json', admin: { hidden: true } }),
  hidden(fact('thumbhash')),
  hidden({ name: 'variants', type: 'json' }),
  ofFile('mimeType'),
  ofFile('url', unlisted),
  ofFile('thumbnailURL', unlisted),
]

export function media(env: Pick<Environment, 'DATA_DIR' | 'MEDIA_DIR' | 'ORIGINALS_RECIPIENT'>): CollectionConfig {
  return {
    ...documentCollection({
      type: 'media',
      columns: ['filename', 'heading', 'creator', 'sensitivity', 'publishedIn', 'updatedAt'],
      searchIn: ['alt', 'caption', 'creator', 'originalName'],
      upload: pictureUpload(resolve(env.MEDIA_DIR)),
      hooks: {
        beforeOperation: [leaveOutOfSearch('originalName'), takePicture, leaveFilesAlone],
        beforeChange: [describePicture],
        afterDelete: [removeFiles],
      },
      endpoints: [servePicture, openOriginal],
      fields,
    }),
    custom: { originals: originalsPlace(env) },
  }
}
