import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#access/endpoints.ts'
import { operations } from '#access/rules.ts'
import { documentTypes } from '#record/shape.ts'

/** The configuration that runs, Payload's own additions included: nothing in it answers without a rule of ours. */
let config: SanitizedConfig
beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'holos-'))
  config = await (await import('#payload.config')).default
})

const doorsOf = (list: false | readonly { method: string; path: string }[]) =>
  list === false ? [] : list.map(({ method, path }) => `${method} ${path}`)

describe('everything is denied unless the table says otherwise', () => {
  it('there are no globals, no GraphQL, no telemetry, no third-party pictures', () => {
    expect(config.globals).toEqual([])
    expect(config.graphQL.disable).toBe(true)
    expect(config.telemetry).toBe(false)
    expect(config.admin.avatar).toBe('default')
    expect(config.cors).toEqual([])
    expect(config.csrf.length).toBeGreaterThan(0)
  })

  it('the collections are these', () => {
    const known = [
      ...documentTypes,
      'users',
      'published',
      'changes',
      'previewTokens',
      'webhooks',
      'webhookDeliveries',
      'gateOverrides',
      'withheldNames',
      'payload-kv',
      'payload-preferences',
      'payload-migrations',
    ]
    expect(config.collections.map(({ slug }) => slug).sort()).toEqual(known.sort())
  })

  it('every operation of every collection has a rule, and no rule lets a stranger or a person without a role in', async () => {
    const open: string[] = []
    for (const { slug, access } of config.collections) {
      for (const operation of operations) {
        const rule = access[operation as keyof typeof access]
        if (!rule && (operation === 'admin' || operation === 'unlock') && slug !== 'users') continue
        if (!rule) open.push(`${slug}.${operation} has no rule`)
        for (const user of [null, { id: 'x', collection: 'users' }, { id: 'x', collection: 'users', role: 'owner' }]) {
          // Only what the rules read of a request.
          const req = { user, payload: { config } } as unknown as Parameters<NonNullable<typeof rule>>[0]['req']
          const answer = await rule?.({ req })
          const isOwn = typeof answer === 'object' && user !== null && JSON.stringify(answer).includes('"equals":"x"')
          const isOwnPreference = slug === 'payload-preferences' && operation === 'create' && user !== null
          if (answer && !isOwn && !isOwnPreference) open.push(`${slug}.${operation} is open to ${JSON.stringify(user)}`)
        }
      }
    }
    expect(open).toEqual([])
  })

  it('every endpoint is in the table of endpoints', () => {
    const escaped = [
      ...doorsOf(config.endpoints)
        .filter((door) => !(door in (endpoints.root ?? {})))
        .map((door) => `root ${door}`),
      ...config.collections.flatMap(({ slug, endpoints: doors }) =>
        doorsOf(doors)
          .filter((door) => !(door in (endpoints[slug] ?? {})))
          .map((door) => `${slug} ${door}`),
      ),
    ]
    expect(escaped).toEqual([])
  })

  it('every row of the table is an endpoint that exists', () => {
    const idle = Object.entries(endpoints).flatMap(([owner, table]) => {
      const collection = config.collections.find(({ slug }) => slug === owner)
      const doors = doorsOf(collection ? collection.endpoints : config.endpoints)
      return Object.keys(table)
        .filter((door) => !doors.includes(door))
        .map((door) => `${owner} ${door}`)
    })
    expect(idle).toEqual([])
  })

  it('an endpoint refuses whoever the table does not name, before it does anything', async () => {
    const collectionDoors = config.collections.flatMap(({ slug, endpoints: doors }) =>
      (doors || []).map((door) => ({ owner: slug, ...door })),
    )
    for (const { owner, method, path, handler } of [
      ...config.endpoints.map((door) => ({ owner: 'root', ...door })),
      ...collectionDoors,
    ]) {
      if (endpoints[owner]?.[`${method} ${path}`] === 'anyone') continue
      const stranger = { user: null } as unknown as Parameters<typeof handler>[0]
      const answer = await handler(stranger)
      expect(answer.status, `${owner} ${method} ${path}`).toBe(403)
    }
  })
})
