import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { refuseOverriddenJson } from '#access/requests/overriddenMethod.ts'
import { serveWebhooks } from '#app/serveWebhooks.ts'
import config from '#payload.config'

export const GET = REST_GET(config)
const post = REST_POST(config)
export const POST: typeof post = async (request, args) => refuseOverriddenJson(request) ?? post(request, args)
export const DELETE = REST_DELETE(config)
export const PATCH = REST_PATCH(config)
export const PUT = REST_PUT(config)
export const OPTIONS = REST_OPTIONS(config)

// Here and not in Next's instrumentation, which has a copy of every module of its own: opened from there, Payload would
// not know the errors that are thrown here by their classes.
serveWebhooks()
