/** Words that were typed and not saved, as this browser keeps them. */
export type Kept = { at: string; data: Record<string, unknown> }

/** Whose words, of which document, in which locale. `id` is `new` before the first save; `tab` tells two open tabs apart. */
export type KeptKey = { user: string; collection: string; id: string; locale: string; tab: string }

const prefix = 'holos:kept'

export function nameOf(key: KeptKey): string {
  return [...documentParts(key), key.tab].map(encodeURIComponent).join('/').replace(/^/, `${prefix}/`)
}

/** False where the browser has no room or forbids storage: the form itself still holds the words. */
export function keep(storage: Storage, key: KeptKey, kept: Kept): boolean {
  try {
    storage.setItem(nameOf(key), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forget(storage: Storage, name: string): void {
  storage.removeItem(name)
}

/** The newest words of other visits to the same document and locale by the same person. */
export function newestKept(storage: Storage, key: KeptKey): { name: string; kept: Kept } | null {
  const start = `${prefix}/${documentParts(key).map(encodeURIComponent).join('/')}/`
  const found = namesIn(storage)
    .filter((name) => name.startsWith(start) && name !== nameOf(key))
    .map((name) => ({ name, kept: parsed(storage.getItem(name)) }))
    .filter((one): one is { name: string; kept: Kept } => one.kept !== null)
  return found.sort((a, b) => b.kept.at.localeCompare(a.kept.at))[0] ?? null
}

/** Somebody else signed in on this browser: nobody reads another person's unsaved words. */
export function forgetOthers(storage: Storage, user: string): void {
  const own = `${prefix}/${encodeURIComponent(user)}/`
  for (const name of namesIn(storage)) if (!name.startsWith(own)) storage.removeItem(name)
}

function documentParts({ user, collection, id, locale }: KeptKey): string[] {
  return [user, collection, id, locale]
}

function namesIn(storage: Storage): string[] {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return names.filter((name) => name.startsWith(`${prefix}/`))
}

function parsed(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  return 'at' in value && typeof value.at === 'string' && 'data' in value && typeof value.data === 'object'
}
