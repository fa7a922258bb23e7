import { shortestBeginning } from './brokenNames.ts'
import { keyOf } from './foldedWords.ts'
import type { PersonSigns } from './personSigns.ts'

/** The signs of many people in memory, asked for those whose name a text may say: a text is read once, however many are looked for. */
export type PeopleIndex<Id> = {
  put(id: Id, signs: PersonSigns): void
  remove(id: Id): void
  /** Nobody whom `mayMatch` would find is missing; `namesSaidIn` decides. */
  whoMayBeIn(words: Iterable<string>): Set<Id>
}

const gramLength = 3

export function createPeopleIndex<Id>(): PeopleIndex<Id> {
  const people = new Map<Id, PersonSigns>()
  const exact = new Map<string, Set<Id>>()
  const stems = new Map<string, Set<Id>>()
  const inside = new Map<string, Set<Id>>()
  const heads = new Map<string, Set<Id>>()
  const beginnings = new Map<string, Set<Id>>()
  const grams = new Map<string, Set<string>>()

  function note(id: Id, signs: PersonSigns): void {
    for (const key of signs.exact.keys()) addTo(exact, key, id)
    for (const name of signs.inside) addTo(inside, name, id)
    for (const head of signs.heads) addTo(heads, head, id)
    for (const key of signs.beginnings) if (key.length >= shortestBeginning) addTo(beginnings, key, id)
    for (const stem of signs.stems.keys()) {
      addTo(stems, stem, id)
      addTo(grams, stem.slice(0, gramLength), stem)
    }
  }

  function forget(id: Id): void {
    const signs = people.get(id)
    for (const key of signs?.exact.keys() ?? []) takeFrom(exact, key, id)
    for (const name of signs?.inside ?? []) takeFrom(inside, name, id)
    for (const head of signs?.heads ?? []) takeFrom(heads, head, id)
    for (const key of signs?.beginnings ?? []) takeFrom(beginnings, key, id)
    for (const stem of signs?.stems.keys() ?? []) {
      takeFrom(stems, stem, id)
      if (!stems.has(stem)) takeFrom(grams, stem.slice(0, gramLength), stem)
    }
    people.delete(id)
  }

  function* stemsIn(key: string): Generator<string> {
    for (let from = 0; from + gramLength <= key.length; from++)
      for (const stem of grams.get(key.slice(from, from + gramLength)) ?? []) if (key.startsWith(stem, from)) yield stem
  }

  return {
    put(id, signs) {
      forget(id)
      people.set(id, signs)
      note(id, signs)
    },
    remove: forget,
    whoMayBeIn(words) {
      const found = new Set<Id>()
      const add = (ids: Iterable<Id> = []) => {
        for (const id of ids) found.add(id)
      }
      for (const word of words) {
        const key = keyOf(word)
        add(exact.get(key))
        add(heads.get(word))
        add(beginnings.get(key))
        for (const stem of stemsIn(key)) add(stems.get(stem))
        for (const [name, ids] of inside) if (key.includes(name)) add(ids)
      }
      return found
    },
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

function takeFrom<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key)
  set?.delete(value)
  if (set?.size === 0) sets.delete(key)
}
