/** Next calls this once as a server of the studio starts. A build and the `holos` commands serve nothing. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { serveWebhooks } = await import('#app/serveWebhooks.ts')
    serveWebhooks()
  }
}
