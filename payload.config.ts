import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig, type CollectionConfig } from 'payload'
import sharp from 'sharp'
import { closeDoors } from '#access/closeDoors.ts'
import { noMail } from '#access/noMail.ts'
import { studioSecret } from '#access/secret.ts'
import { readEnvironment } from '#base/env.ts'
import { studioLog } from '#base/logs/studioLog.ts'
import { users } from '#collections/administration/users.ts'
import { webhooks } from '#collections/administration/webhooks.ts'
import { events } from '#collections/documents/events.ts'
import { media } from '#collections/documents/media.ts'
import { organizations } from '#collections/documents/organizations.ts'
import { people } from '#collections/documents/people.ts'
import { places } from '#collections/documents/places.ts'
import { quotes } from '#collections/documents/quotes.ts'
import { sources } from '#collections/documents/sources.ts'
import { deskParts } from '#collections/fields/deskParts.ts'
import { editor } from '#collections/fields/editor.ts'
import { longest } from '#collections/fields/words.ts'
import { changes } from '#collections/hidden/changes.ts'
import { gateOverrides } from '#collections/hidden/gateOverrides.ts'
import { previewTokens } from '#collections/hidden/previewTokens.ts'
import { published } from '#collections/hidden/published.ts'
import { webhookDeliveries } from '#collections/hidden/webhookDeliveries.ts'
import { withheldNames } from '#collections/hidden/withheldNames.ts'
import { prepareOriginals } from '#collections/media/prepareOriginals.ts'
import { databaseAdapter } from '#database/adapter.ts'
import { locales } from '#locales/table.ts'
import { formLimits } from '#media/limits.ts'
import { payloadTranslations, settleLabels, supportedLanguages } from '#messages/payloadLanguages.ts'
import { wordErrors } from '#messages/wordErrors.ts'
import { graphqlEndpoints } from '#preview/graphqlEndpoints.ts'
import { withPreview } from '#preview/withPreview.ts'
import { withdrawWithoutConsent } from '#publishing/withdrawals/atStart.ts'
import { keepNamesOnSave } from '#publishing/withheld/keepOnSave.ts'
import type { DocumentType } from '#record/shape.ts'
import { withWebhooks } from '#webhooks/withWebhooks.ts'

const env = readEnvironment()
const root = dirname(fileURLToPath(import.meta.url))

/** The only origins whose browsers may use the session cookie. */
function studioOrigins({ STUDIO_URL, STUDIO_PORT }: typeof env): string[] {
  const local = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${STUDIO_PORT}`)
  return STUDIO_URL ? [STUDIO_URL] : local
}

/** A request that was refused is no fault of the studio. Not `info`: Payload then logs the message, which quotes what was asked. */
const refusals: Record<string, 'warn'> = Object.fromEntries(
  [
    'APIError',
    'AuthenticationError',
    'ConflictError',
    'Forbidden',
    'Locked',
    'LockedAuth',
    'MayNotPublish',
    'MissingFile',
    'MovedOn',
    'NoSuchDocument',
    'NotFound',
    'PublishRefused',
    'QueryError',
    'ValidationError',
  ].map((name) => [name, 'warn' as const]),
)

const documents = {
  people,
  quotes,
  events,
  media: media(env),
  organizations,
  places,
  sources,
} satisfies Record<DocumentType, CollectionConfig>

const config = buildConfig({
  secret: studioSecret(env, process.env.NODE_ENV === 'production'),
  serverURL: env.STUDIO_URL ?? '',
  csrf: studioOrigins(env),
  db: databaseAdapter(env.DATABASE_URL, keepNamesOnSave),
  email: noMail,
  editor,
  defaultMaxTextLength: longest.text,
  sharp,
  logger: studioLog(env.LOG_LEVEL),
  loggingLevels: refusals,
  upload: formLimits,
  async onInit(payload) {
    await prepareOriginals(payload)
    await withdrawWithoutConsent(payload)
  },
  collections: [
    ...Object.values(documents),
    users(env),
    published,
    changes,
    previewTokens,
    withWebhooks(webhooks),
    webhookDeliveries,
    gateOverrides,
    withheldNames,
  ].map(withPreview(env)),
  endpoints: graphqlEndpoints(env),
  hooks: { afterError: [wordErrors] },
  localization: {
    locales: locales.map(({ code, name, dir }) => ({ code, label: name, rtl: dir === 'rtl' })),
    defaultLocale: env.DEFAULT_LOCALE,
    fallback: false,
  },
  i18n: { supportedLanguages, fallbackLanguage: 'en', translations: payloadTranslations },
  admin: {
    user: 'users',
    avatar: 'default',
    // The same in every language, and read as it sorts: Payload's own is an English date with the names of another language.
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: { titleSuffix: ' · Holos', defaultOGImageType: 'off' },
    components: { providers: [deskParts.keptWordsGuard], beforeDashboard: [deskParts.home] },
    custom: { deliveryUrl: env.DELIVERY_URL ?? `http://localhost:${env.DELIVERY_PORT}`, siteUrl: env.SITE_URL },
    importMap: { baseDir: root, importMapFile: join(root, 'src/generated/importMap.ts') },
  },
  graphQL: { disable: true },
  telemetry: false,
  // `npm run generate` does it: Payload would start a process for it with each studio that opens outside production.
  typescript: { outputFile: join(root, 'src/generated/payload-types.ts'), autoGenerate: false },
})

export default config.then(settleLabels).then(closeDoors)
