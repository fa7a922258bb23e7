import { describe, expect, it } from 'vitest'
import { readEnvironment } from '#base/env.ts'
import { originsOf } from '#cli/starting/origins.ts'

const cases: [what: string, env: Record<string, string>, studio: string, delivery: string][] = [
  ['the defaults', {}, 'http://127.0.0.1:3000', 'http://127.0.0.1:4000'],
  ['every address', { STUDIO_HOST: '0.0.0.0', DELIVERY_HOST: '::' }, 'http://127.0.0.1:3000', 'http://[::1]:4000'],
  ['an address with colons', { STUDIO_HOST: '::1' }, 'http://[::1]:3000', 'http://127.0.0.1:4000'],
  [
    'public origins',
    { STUDIO_URL: 'https://studio.example.org', DELIVERY_URL: 'https://api.example.org/' },
    'https://studio.example.org',
    'https://api.example.org',
  ],
]

describe('where the planes are reached', () => {
  it.each(cases)('with %s', (_, env, studio, delivery) => {
    expect(originsOf(readEnvironment(env))).toMatchObject({ studio, delivery })
  })

  it('this machine asks the port itself, whatever the public origin is', () => {
    const { local } = originsOf(readEnvironment({ STUDIO_URL: 'https://studio.example.org' }))
    expect(local.studio).toBe('http://127.0.0.1:3000')
  })
})
