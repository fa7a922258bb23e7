import { isObject } from '#base/isObject.ts'

type Tree = Record<string, unknown>

/** A form without its internal fields. `internal` names them by their path, `safety.risk`; rows of a list share one path. */
export function withoutInternal(data: Tree, internal: readonly string[], above = ''): Tree {
  const kept = Object.entries(data).filter(([name]) => !internal.includes(`${above}${name}`))
  return Object.fromEntries(kept.map(([name, value]) => [name, inside(value, internal, `${above}${name}.`)]))
}

function inside(value: unknown, internal: readonly string[], above: string): unknown {
  if (!internal.some((path) => path.startsWith(above))) return value
  if (Array.isArray(value)) return value.map((one) => inside(one, internal, above))
  return isObject(value) ? withoutInternal(value, internal, above) : value
}

/** Kept words over the form as it is: what was not kept, because it is internal, stays as the form has it. */
export function overForm(form: Tree, kept: Tree, internal: readonly string[], above = ''): Tree {
  const merged = Object.entries(kept).map(([name, value]) => {
    const path = `${above}${name}.`
    return [name, internal.some((one) => one.startsWith(path)) ? overValue(form[name], value, internal, path) : value]
  })
  return { ...form, ...Object.fromEntries(merged) }
}

function overValue(present: unknown, kept: unknown, internal: readonly string[], above: string): unknown {
  if (Array.isArray(kept)) {
    const rows: unknown[] = Array.isArray(present) ? present : []
    return kept.map((row) =>
      overValue(
        rows.find((one) => isSameRow(one, row)),
        row,
        internal,
        above,
      ),
    )
  }
  return isObject(kept) ? overForm(isObject(present) ? present : {}, kept, internal, above) : kept
}

function isSameRow(one: unknown, other: unknown): boolean {
  return isObject(one) && isObject(other) && one.id !== undefined && one.id === other.id
}
