import { studioSecret } from '#access/secret.ts'
import { buildForDevelopment } from '../building/builds.ts'
import { originsOf } from '../starting/origins.ts'
import { runPlanes } from '../starting/planes.ts'
import { preflight } from '../starting/preflight.ts'

/** `npm run dev`: both planes from their sources, reloading when these change. */
export async function main(): Promise<number> {
  const env = await preflight()
  studioSecret(env, false)
  await buildForDevelopment()
  const { local } = originsOf(env)
  const { HOLOS_SECRET: _, ...withoutSecret } = process.env
  const studio = {
    name: 'studio',
    args: ['node_modules/next/dist/bin/next', 'dev', '-p', String(env.STUDIO_PORT), '-H', env.STUDIO_HOST],
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' } as const,
    readyUrl: `${local.studio}/api/users/me`,
  }
  const delivery = {
    name: 'delivery',
    args: ['node_modules/tsx/dist/cli.mjs', 'watch', 'src/delivery/main.ts'],
    env: { ...withoutSecret, NODE_ENV: 'development' } as const,
    readyUrl: `${local.delivery}/readyz`,
  }
  return runPlanes([studio, delivery], () =>
    console.log(`\nAdmin    ${local.studio}/admin\nGraphQL  ${local.delivery}/graphql\n`),
  )
}
