import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import { serveWebhooks } from '#app/serveWebhooks.ts'
import { sweepConsents } from '#app/sweepConsents.ts'
import { behindDoor } from '#doors/behindDoor.ts'
import config from '#payload.config'

const door = {
  refusal: (status: number, message: string) => Response.json({ errors: [{ message }] }, { status }),
  isSignedIn: async (headers: Headers) => Boolean((await (await getPayload({ config })).auth({ headers })).user),
}

export const GET = behindDoor(REST_GET(config), door)
export const POST = behindDoor(REST_POST(config), door)
export const DELETE = behindDoor(REST_DELETE(config), door)
export const PATCH = behindDoor(REST_PATCH(config), door)
export const PUT = behindDoor(REST_PUT(config), door)
export const OPTIONS = behindDoor(REST_OPTIONS(config), door)

// Here and not in Next's instrumentation, which has a copy of every module of its own: opened from there, Payload would
// not know the errors that are thrown here by their classes.
serveWebhooks()
sweepConsents()
