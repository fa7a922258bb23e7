/**
 * Controls that show letters in another order than they are written in, U+202D and U+202E: no language needs them, and a
 * reader sees by them what no program reads. Marks and isolates, which Arabic and Hebrew do need, stay.
 */
const overrides = /[\u202D\u202E]/g

/** A value without them, in every text of it. What holds none comes back as it is. */
export function withoutOverrides<Value>(value: Value): Value {
  // Each branch gives back what it was given: a string, a list, a plain object.
  if (typeof value === 'string') return value.replace(overrides, '') as Value
  if (Array.isArray(value)) return inList(value) as Value
  return isPlain(value) ? (inObject(value) as Value) : value
}

function inList(list: readonly unknown[]): readonly unknown[] {
  const clean = list.map(withoutOverrides)
  return clean.some((one, at) => one !== list[at]) ? clean : list
}

function inObject(object: { readonly [name: string]: unknown }): object {
  const clean = Object.entries(object).map(([name, value]) => [name, withoutOverrides(value)] as const)
  return clean.some(([name, value]) => value !== object[name]) ? Object.fromEntries(clean) : object
}

const isPlain = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
