const patience = { tries: 120, betweenMs: 500 }

/**
 * Next calls this once as a server starts, and loads the API only with its first request: this is that request. The
 * API opens the database and delivers webhooks (`src/app/serveWebhooks.ts`), whether or not anybody comes.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') await open()
}

async function open(): Promise<void> {
  // Only here: Next builds this file for its other runtime, too, which has no process.
  const { openDoors } = await import('#doors/openDoors.ts')
  openDoors()
  void wakeApi()
}

async function wakeApi(): Promise<void> {
  for (let tries = 0; tries < patience.tries; tries++) {
    // Next says its port here as soon as it listens.
    const answer = await fetch(`http://${host()}:${process.env.PORT}/api/users/me`).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, patience.betweenMs).unref())
  }
  console.error('The studio does not reach its own API: webhooks are delivered from its first request on.')
}

/** Where this server listens, as it is reached from this machine. */
function host(): string {
  const { STUDIO_HOST = '' } = process.env
  if (['', '0.0.0.0', '::'].includes(STUDIO_HOST)) return '127.0.0.1'
  return STUDIO_HOST.includes(':') ? `[${STUDIO_HOST}]` : STUDIO_HOST
}
