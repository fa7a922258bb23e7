import type { Environment } from '#base/env.ts'

type Listening = Pick<
  Environment,
  'STUDIO_HOST' | 'STUDIO_PORT' | 'STUDIO_URL' | 'DELIVERY_HOST' | 'DELIVERY_PORT' | 'DELIVERY_URL'
>

/** Where the planes are reached: `studio` and `delivery` by people, `local` by this machine. */
export function originsOf(env: Listening) {
  const local = {
    studio: origin(env.STUDIO_HOST, env.STUDIO_PORT),
    delivery: origin(env.DELIVERY_HOST, env.DELIVERY_PORT),
  }
  return { studio: env.STUDIO_URL ?? local.studio, delivery: env.DELIVERY_URL ?? local.delivery, local }
}

// A server that listens on every address is reached on the loopback one.
const everyAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }

function origin(host: string, port: number): string {
  const bracketed = host.includes(':') ? `[${host}]` : host
  return `http://${everyAddress[host] ?? bracketed}:${port}`
}
