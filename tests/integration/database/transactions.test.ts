import { readdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'
import { LateWriteError } from '#database/locks/patientMutex.ts'
import { setComputed } from '#database/setComputed.ts'
import { isMongo, newPerson, openSmallStudio, type SmallStudio, versionsOf } from './smallStudio.ts'

const onSqlite = it.skipIf(isMongo())

describe('transactions', () => {
  let studio: SmallStudio
  afterEach(() => studio.close())

  it('a write without its req inside a transaction says so, and the save it stood in is undone', async () => {
    const forgetful: CollectionBeforeChangeHook = async ({ req, operation, originalDoc }) => {
      if (operation === 'update')
        await req.payload.update({ collection: 'people', id: originalDoc.id, data: { gender: 'male' } })
    }
    studio = await openSmallStudio({ patienceMs: 300, hooks: { beforeChange: [forgetful] } })
    const id = await newPerson(studio)
    const saving = studio.save(id, 'l00', { kind: 'lawyer' })
    await expect(saving).rejects.toThrow(LateWriteError)
    await expect(saving).rejects.toThrow(/without its req/)
    expect(await studio.read(id)).toMatchObject({ revision: 1 })
    expect((await studio.read(id)).kind ?? null).toBeNull()
  })

  it('a write with its req inside a transaction is part of it', async () => {
    let inner = true
    const helpful: CollectionBeforeChangeHook = async ({ req, operation, originalDoc }) => {
      if (operation !== 'update' || !inner) return
      inner = false
      await req.payload.update({
        collection: 'people',
        id: originalDoc.id,
        data: { gender: 'male' },
        req,
      })
    }
    studio = await openSmallStudio({ hooks: { beforeChange: [helpful] } })
    const id = await newPerson(studio)
    await studio.save(id, 'l00', { kind: 'lawyer' })
    expect(await studio.read(id)).toMatchObject({ kind: 'lawyer', gender: 'male', revision: 3 })
    expect((await versionsOf(studio, id)).map(({ revision }) => revision)).toEqual([1, 2, 3])
  })

  onSqlite('what a call inside a transaction rolled back is never acknowledged', async () => {
    const swallowing: CollectionAfterChangeHook = async ({ req, operation }) => {
      if (operation !== 'update') return
      await req.payload.update({ collection: 'people', id: 'nobody', data: {}, req }).catch(() => undefined)
    }
    studio = await openSmallStudio({ hooks: { afterChange: [swallowing] } })
    const id = await newPerson(studio)
    await expect(studio.save(id, 'l00', { kind: 'lawyer' })).rejects.toThrow(/rolled back/)
    expect((await studio.read(id)).kind ?? null).toBeNull()
  })

  onSqlite('a document is never seen half written', async () => {
    studio = await openSmallStudio()
    const id = await newPerson(studio, { description: '0', charges: [{ label: '0' }] })
    const row = (await studio.read(id)).charges[0]
    let writing = true
    const looking = (async () => {
      while (writing) {
        const { description, charges } = await studio.read(id)
        expect(charges.map((charge: { label: unknown }) => charge.label)).toEqual([description])
        await sleep(1)
      }
    })()
    for (let count = 1; count <= 20; count++) {
      const words = String(count)
      await studio.save(id, 'l00', { description: words, charges: [{ id: row.id, label: words }] })
    }
    writing = false
    await looking
  })

  onSqlite('reads do not wait for a transaction', async () => {
    const slow = async () => void (await sleep(2500))
    studio = await openSmallStudio({ hooks: { afterChange: [slow] } })
    const id = await newPerson(studio)
    const saving = studio.save(id, 'l00', { kind: 'lawyer' })
    await sleep(200)
    const began = performance.now()
    expect((await studio.read(id)).kind ?? null).toBeNull()
    expect(performance.now() - began).toBeLessThan(1800)
    await saving
    expect((await studio.read(id)).kind).toBe('lawyer')
  })

  onSqlite('file handles do not grow with the number of saves', async () => {
    studio = await openSmallStudio()
    const id = await newPerson(studio)
    const handles = () => readdirSync('/proc/self/fd').length
    await studio.save(id, 'l00', { description: 'warm' })
    const before = handles()
    for (let count = 0; count < 60; count++) await studio.save(id, 'l00', { description: String(count) })
    expect(handles()).toBeLessThanOrEqual(before + 4)
  })

  it('computed values are no save: no revision, no version, and only for the state they were computed from', async () => {
    studio = await openSmallStudio()
    const id = await newPerson(studio, { kind: 'lawyer', description: 'words', publishedIn: ['l00'] })
    const before = await studio.read(id)
    const parts = { publishedIn: ['facts'], pendingIn: [] }
    expect(await setComputed(studio.payload, 'people', id, 1, parts)).toBe(true)
    const after = await studio.read(id)
    expect(after).toEqual({ ...before, ...parts })
    expect(await versionsOf(studio, id)).toHaveLength(1)
    await studio.save(id, 'l00', { description: 'new words' })
    expect(await setComputed(studio.payload, 'people', id, 1, { publishedIn: [] })).toBe(false)
    expect(await studio.read(id)).toMatchObject({
      publishedIn: ['facts'],
      description: { l00: 'new words' },
      revision: 2,
    })
  })
})
