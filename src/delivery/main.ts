// graphql looks at this when it is loaded, so everything else is loaded after it.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' })

const { startProcess } = await import('./startProcess.ts')
await startProcess()

export {}
