import { fork } from 'node:child_process'
import { once } from 'node:events'
import { studioSecret } from '#access/secret.ts'
import type { Environment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import { originalsPlace } from '#media/originals/place.ts'
import { openOriginals, sealOpenOriginals } from '#media/originals/sealOpenOriginals.ts'
import { buildWhatChanged } from '../building/builds.ts'
import { endWithThis, exitCodeOf } from '../processes.ts'
import { withProgress } from '../progress.ts'
import { isPrepared } from '../starting/isPrepared.ts'
import { originsOf } from '../starting/origins.ts'
import { type Plane, runPlanes } from '../starting/planes.ts'
import { preflight } from '../starting/preflight.ts'
import type { Prepared } from './prepare.ts'

/** `npm start`: both planes on this machine, built and with a database that is ready. */
export async function main(): Promise<number> {
  const env = await preflight()
  studioSecret(env, true)
  const { setupLink } = await interruptible(async () => {
    await buildWhatChanged()
    await sealWhatLiesOpen(env)
    if (await isPrepared(env.DATABASE_URL)) return { setupLink: null }
    return withProgress('Preparing the database', prepareDatabase)
  })
  return runPlanes(planesOf(env), () => console.log(welcome(env, setupLink)))
}

/** Until the planes run, a signal simply ends this process; what it started ends with it. */
async function interruptible<Result>(work: () => Promise<Result>): Promise<Result> {
  const leave = () => process.exit(130)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, leave)
  const result = await work()
  for (const signal of signals) process.off(signal, leave)
  return result
}

/** A studio does so too before it answers; here it can take as long as it takes. */
async function sealWhatLiesOpen(env: Environment): Promise<void> {
  const { length } = await openOriginals(env.MEDIA_DIR)
  if (length > 0)
    await withProgress(`Sealing the originals that lie open (${length})`, () =>
      sealOpenOriginals(env.MEDIA_DIR, originalsPlace(env)),
    )
}

async function prepareDatabase(): Promise<Prepared> {
  const child = fork('src/cli/run.mjs', ['prepare'], { env: production(), execArgv: ['--conditions=production'] })
  endWithThis(child)
  const answer = once(child, 'message').then(([prepared]) => prepared as Prepared)
  const failure = exitCodeOf(child).then(() => null)
  const prepared = await Promise.race([answer, failure])
  if (!prepared) throw new ConfigurationError('The database could not be prepared; the reason is above.')
  await failure
  return prepared
}

function planesOf(env: Environment): Plane[] {
  const { local } = originsOf(env)
  const { HOLOS_SECRET: _, ...withoutSecret } = production()
  return [
    {
      name: 'studio',
      args: ['node_modules/next/dist/bin/next', 'start', '-p', String(env.STUDIO_PORT), '-H', env.STUDIO_HOST],
      env: production(),
      readyUrl: `${local.studio}/api/users/me`,
    },
    {
      name: 'delivery',
      args: ['--enable-source-maps', '.holos/delivery.mjs'],
      env: withoutSecret,
      readyUrl: `${local.delivery}/readyz`,
    },
  ]
}

function production(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

function welcome(env: Environment, setupLink: string | null): string {
  const { studio, delivery } = originsOf(env)
  const lines = [
    '',
    'Holos is ready.',
    `  Admin    ${studio}/admin`,
    `  GraphQL  ${delivery}/graphql`,
    ...(setupLink ? ['', `  No user yet. Make the first one here (works once): ${setupLink}`] : []),
    '',
    'Ctrl-C stops it.',
  ]
  return lines.join('\n')
}
