import { beforeEach, describe, expect, it } from 'vitest'
import { keptWordsPart } from '#collections/fields/deskParts.ts'
import { changedValues } from '#desk/kept/changedValues.ts'
import { forget, type KeptKey, keep, keepFor, keepForNobody, nameOf, newestKept } from '#desk/kept/keptStore.ts'
import { overForm, withoutInternal } from '#desk/kept/publicOnly.ts'

const key = (given: Partial<KeptKey> = {}): KeptKey => ({
  user: 'u1',
  collection: 'people',
  id: 'p1',
  locale: 'uk',
  tab: 'first',
  ...given,
})
const kept = (at: string, description: string) => ({ at, data: { description } })

describe('words typed but not saved', () => {
  let storage: Storage
  beforeEach(() => {
    storage = memoryStorage()
    keepFor(storage, 'u1')
  })

  it('are offered to the next visit of the same document and locale, the newest first', () => {
    keep(storage, key({ tab: 'a' }), kept('2026-01-01T10:00:00Z', 'older'))
    keep(storage, key({ tab: 'b' }), kept('2026-01-01T10:42:00Z', 'newer'))
    expect(newestKept(storage, key())?.kept.data).toEqual({ description: 'newer' })
  })

  it('are not offered in another locale, of another document, or to the tab that still types them', () => {
    keep(storage, key(), kept('2026-01-01T10:00:00Z', 'mine'))
    expect(newestKept(storage, key())).toBeNull()
    expect(newestKept(storage, key({ locale: 'en', tab: 'x' }))).toBeNull()
    expect(newestKept(storage, key({ id: 'p2', tab: 'x' }))).toBeNull()
  })

  it('are gone once forgotten', () => {
    keep(storage, key({ tab: 'a' }), kept('2026-01-01T10:00:00Z', 'mine'))
    forget(storage, nameOf(key({ tab: 'a' })))
    expect(newestKept(storage, key())).toBeNull()
  })

  it('are removed when somebody else signs in on this browser, and an open tab of the one before keeps no more', () => {
    keep(storage, key(), kept('2026-01-01T10:00:00Z', 'first person'))
    keepFor(storage, 'u2')
    expect(keep(storage, key(), kept('2026-01-01T10:00:01Z', 'first person'))).toBe(false)
    expect(newestKept(storage, key({ tab: 'x' }))).toBeNull()
  })

  it('are removed with a sign-out, and nobody’s are kept after it', () => {
    keep(storage, key(), kept('2026-01-01T10:00:00Z', 'mine'))
    keepForNobody(storage)
    expect(keep(storage, key(), kept('2026-01-01T10:00:01Z', 'mine'))).toBe(false)
    expect(storage.length).toBe(0)
  })

  it('stay for the same person, for a week', () => {
    keep(storage, key(), kept('2026-01-01T10:00:00Z', 'mine'))
    keepFor(storage, 'u1', Date.parse('2026-01-07T10:00:00Z'))
    expect(newestKept(storage, key({ tab: 'x' }))).not.toBeNull()
    keepFor(storage, 'u1', Date.parse('2026-01-09T10:00:00Z'))
    expect(newestKept(storage, key({ tab: 'x' }))).toBeNull()
  })

  it('do not stop the form when the browser has no room', () => {
    storage.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    expect(keep(storage, key(), kept('2026-01-01T10:00:00Z', 'mine'))).toBe(false)
  })

  it('are ignored where the browser holds something unreadable', () => {
    storage.setItem(nameOf(key({ tab: 'a' })), '{broken')
    expect(newestKept(storage, key())).toBeNull()
  })
})

describe('internal fields', () => {
  const internal = ['safety.risk', 'relations.note']
  const form = {
    safety: { risk: 'secret', publishAs: 'full' },
    relations: [
      { id: 'r1', name: 'A', note: 'secret' },
      { id: 'r2', name: 'B', note: 'secret' },
    ],
    description: 'old',
  }

  it('are not kept, wherever they stand', () => {
    expect(withoutInternal(form, internal)).toEqual({
      safety: { publishAs: 'full' },
      relations: [
        { id: 'r1', name: 'A' },
        { id: 'r2', name: 'B' },
      ],
      description: 'old',
    })
  })

  it('stay as the form has them where kept words are restored', () => {
    const words = {
      relations: [
        { id: 'r2', name: 'B2' },
        { id: 'r3', name: 'C' },
      ],
      description: 'new',
      safety: {},
    }
    expect(overForm(form, words, internal)).toEqual({
      safety: { risk: 'secret', publishAs: 'full' },
      relations: [
        { id: 'r2', name: 'B2', note: 'secret' },
        { id: 'r3', name: 'C' },
      ],
      description: 'new',
    })
  })

  it('are those whose rules say so', async () => {
    const { people } = await import('#collections/documents/people.ts')
    const { fields } = people
    const part = keptWordsPart(fields) as { admin: { components: { Field: { clientProps: { internal: string[] } } } } }
    const named = part.admin.components.Field.clientProps.internal
    expect(named).toEqual(
      expect.arrayContaining(['safety.risk', 'safety.notes', 'safety.pseudonym', 'safety.consent.givenBy']),
    )
    expect(named).not.toContain('description')
  })
})

describe('kept words against what is saved', () => {
  it('names each changed leaf, rows by their id', () => {
    const saved = {
      revision: 3,
      description: 'old',
      name: { given: 'S' },
      charges: [
        { id: 'c1', label: 'one' },
        { id: 'c2', label: 'two' },
      ],
    }
    const now = { revision: 2, description: 'new', name: { given: 'S' }, charges: [{ id: 'c1', label: 'ONE' }] }
    expect(changedValues(saved, now)).toEqual([
      { path: 'description', before: 'old', after: 'new' },
      { path: 'charges/c2', before: { id: 'c2', label: 'two' }, after: null },
      { path: 'charges/c1/label', before: 'one', after: 'ONE' },
    ])
  })

  it('takes empty values as equal however they are written', () => {
    expect(
      changedValues(
        { description: null, sameAs: [], charges: [] },
        { description: '', name: { given: '' }, charges: 0 },
      ),
    ).toEqual([])
  })
})

function memoryStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    clear: () => values.clear(),
  }
}
