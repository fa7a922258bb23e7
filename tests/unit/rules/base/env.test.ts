import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { databaseKind, readDeliveryEnvironment, readEnvironment, type Variables, variables } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'

const example = parseEnv(readFileSync('.env.example', 'utf8'))

describe('.env.example', () => {
  it('lists every variable that the parser knows, and no other', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(variables).sort())
  })

  it('gives each variable the default of the parser', () => {
    expect(readEnvironment({ ...example })).toEqual(readEnvironment({}))
    const defaults = Object.fromEntries(Object.entries(readEnvironment({})).map(([name, value]) => [name, `${value}`]))
    expect(example).toMatchObject(defaults)
  })
})

describe('the environment', () => {
  const faults: [name: string, value: string, message: string][] = [
    ['STUDIO_PORT', 'abc', 'STUDIO_PORT is "abc" but must be a port from 1 to 65535. See .env.example.'],
    ['STUDIO_PORT', '70000', 'STUDIO_PORT is "70000" but must be a port from 1 to 65535. See .env.example.'],
    ['METRICS_PORT', 'on', 'METRICS_PORT is "on" but must be a port from 1 to 65535, or off. See .env.example.'],
    ['RATE_LIMIT', '0', 'RATE_LIMIT is "0" but must be a whole number of requests a minute, or off. See .env.example.'],
    [
      'SITE_URL',
      'example.org',
      'SITE_URL is "example.org" but must be an address that starts with http:// or https://. See .env.example.',
    ],
    ['DATABASE_URL', 'postgres://u:password@h/d', 'DATABASE_URL must start with file:, mongodb:// or mongodb+srv://.'],
    ['HOLOS_SECRET', 'too short', 'HOLOS_SECRET must be at least 32 characters. See .env.example.'],
  ]

  it.each(faults)('refuses %s=%s in a sentence that names the cure', (name, value, message) => {
    const read = () => readEnvironment({ [name]: value })
    expect(read).toThrow(ConfigurationError)
    expect(read).toThrow(message)
  })

  it('names all faults at once', () => {
    expect(() => readEnvironment({ STUDIO_PORT: 'a', DELIVERY_PORT: 'b' })).toThrow(/STUDIO_PORT.*DELIVERY_PORT/)
  })

  it('never repeats a confidential value', () => {
    expect(messageOf({ HOLOS_SECRET: 'hunter2' })).not.toContain('hunter2')
    expect(messageOf({ DATABASE_URL: 'my://u:hunter2@h' })).not.toContain('hunter2')
  })

  it('counts an empty variable as absent', () => {
    expect(readEnvironment({ STUDIO_PORT: '' }).STUDIO_PORT).toBe(3000)
  })

  it('takes the slash off an origin', () => {
    expect(readEnvironment({ STUDIO_URL: 'https://studio.example.org/' }).STUDIO_URL).toBe('https://studio.example.org')
  })

  it('draft-blind: delivery does not learn the secret of the studio', () => {
    for (const secret of ['x'.repeat(40), 'short'])
      expect(readDeliveryEnvironment({ HOLOS_SECRET: secret })).toEqual(readDeliveryEnvironment({}))
  })

  it.each([
    ['file:data/holos.db', 'sqlite'],
    ['mongodb://localhost/holos', 'mongodb'],
    ['mongodb+srv://cluster.example.org/holos', 'mongodb'],
  ])('%s is %s', (url, kind) => {
    expect(databaseKind(url)).toBe(kind)
  })
})

function messageOf(source: Variables): string {
  try {
    return JSON.stringify(readEnvironment(source))
  } catch (error) {
    return String(error)
  }
}
