import { openStudio } from '#tests/harness/studio.ts'
import { followLog } from '#webhooks/follow.ts'

/** A studio process of its own that delivers webhooks until it is killed. */
const { FOLLOWER_DATABASE_URL: databaseUrl, FOLLOWER_LEASE_MS: leaseMs } = process.env
const { payload } = await openStudio({ databaseUrl })
followLog(payload, { pollMs: 20, leaseMs: Number(leaseMs) })
// The follower itself holds no process open.
setInterval(() => undefined, 60_000)
process.send?.('following')
