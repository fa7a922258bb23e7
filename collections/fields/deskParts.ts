import type { CollectionConfig, Field } from 'payload'
import { mapFields } from './structure.ts'

/** The studio's own parts, by the slot of the admin they stand in. Paths start at the repository's root. */
export const deskParts = {
  dateReading: '/src/desk/fields/DateReading.tsx#DateReading',
  sourceWords: '/src/desk/fields/SourceWords.tsx#SourceWords',
  sharedLabel: '/src/desk/fields/SharedLabel.tsx#SharedLabel',
  custody: '/src/desk/fields/Custody.tsx#Custody',
  similarNames: '/src/desk/fields/SimilarNames.tsx#SimilarNames',
  keptWords: '/src/desk/kept/KeptWords.tsx#KeptWords',
  keptWordsGuard: '/src/desk/kept/KeptWordsGuard.tsx#KeptWordsGuard',
  faces: '/src/desk/fields/faces/Faces.tsx#Faces',
  facesDifference: '/src/desk/fields/faces/FacesDifference.tsx#FacesDifference',
  original: '/src/desk/fields/original/Original.tsx#Original',
  standing: '/src/desk/cells/Standing.tsx#Standing',
  notInForm: '/src/desk/fields/NotInForm.tsx#NotInForm',
  localeStrip: '/src/desk/cells/LocaleStrip.tsx#LocaleStrip',
  saveControls: '/src/desk/saving/SaveControls.tsx#SaveControls',
  bulkPublish: '/src/desk/lists/BulkPublish.tsx#BulkPublish',
  previewControls: '/src/desk/preview/PreviewControls.tsx#PreviewControls',
  webhookControls: '/src/desk/webhooks/WebhookControls.tsx#WebhookControls',
  presentPassword: '/src/desk/fields/password/PresentPassword.tsx#PresentPassword',
  passwordLink: '/src/desk/fields/password/PasswordLink.tsx#PasswordLink',
  home: '/src/desk/home/Home.tsx#Home',
} as const satisfies Record<string, `/src/desk/${string}.tsx#${string}`>

/** Preview, saving with conflicts and publishing in a document, bulk publishing in its list. */
export const documentParts: NonNullable<CollectionConfig['admin']>['components'] = {
  edit: { beforeDocumentControls: [deskParts.previewControls], SaveButton: deskParts.saveControls },
  beforeListTable: [deskParts.bulkPublish],
}

/** A part of a form that holds no value. */
export function ownPart(name: string, component: keyof typeof deskParts): Field {
  const admin = { disableBulkEdit: true, disableListColumn: true, components: { Field: deskParts[component] } }
  return { name, type: 'ui', admin }
}

/** What keeps unsaved words in the browser, and the fields of this form that it never keeps: the internal ones, as their rules say. */
export function keptWordsPart(fields: readonly Field[]): Field {
  const internal: string[] = []
  mapFields(fields, (field, path) => {
    if (field.custom?.internal) internal.push(path)
    return field
  })
  const part = ownPart('keptWords', 'keptWords')
  const components = { Field: { path: deskParts.keptWords, clientProps: { internal } } }
  return { ...part, admin: { ...part.admin, components } } as Field
}

/** Words show their source text, facts carry a mark that they are the same in all languages. */
export function withDeskParts(fields: readonly Field[]): Field[] {
  return mapFields(fields, (field) =>
    field.type === 'tabs' || 'fields' in field ? field : withComponents(field, componentsFor(field)),
  )
}

const wordTypes: readonly string[] = ['text', 'textarea', 'richText']
const factTypes: readonly string[] = ['text', 'textarea', 'number', 'select', 'relationship', 'upload']

/** Computed values are nobody's to write or to translate: they carry no mark. */
function componentsFor(field: Field): object {
  if (field.admin && 'readOnly' in field.admin && field.admin.readOnly) return {}
  const isLocalized = 'localized' in field && field.localized === true
  if (isLocalized) return wordTypes.includes(field.type) ? { afterInput: [deskParts.sourceWords] } : {}
  return factTypes.includes(field.type) ? { Label: deskParts.sharedLabel } : {}
}

function withComponents(field: Field, components: object): Field {
  const own = field.admin && 'components' in field.admin ? field.admin.components : {}
  // Each kind of field types its slots by itself; the two used here exist on all that get them.
  return { ...field, admin: { ...field.admin, components: { ...components, ...own } } } as Field
}
