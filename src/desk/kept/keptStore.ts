/** Words that were typed and not saved, as this browser keeps them. */
export type Kept = { at: string; data: Record<string, unknown> }

/** Whose words, of which document, in which locale. `id` is `new` before the first save; `tab` tells two open tabs apart. */
export type KeptKey = { user: string; collection: string; id: string; locale: string; tab: string }

const prefix = 'holos:kept'
/** Who is signed in on this browser: only their words are kept, in whichever tab they are typed. */
const whose = 'holos:signed-in'
/** Unsaved words are of use for days; what nobody came back for is not left lying. */
const longestMs = 7 * 24 * 60 * 60 * 1000

export function nameOf(key: KeptKey): string {
  return [...documentParts(key), key.tab].map(encodeURIComponent).join('/').replace(/^/, `${prefix}/`)
}

/** False where the browser has no room or forbids storage, or the person has signed out meanwhile: the form itself still holds the words. */
export function keep(storage: Storage, key: KeptKey, kept: Kept): boolean {
  try {
    if (storage.getItem(whose) !== key.user) return false
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

/** Somebody is signed in on this browser: nobody reads another person's unsaved words, nor anybody's for ever. */
export function keepFor(storage: Storage, user: string, now = Date.now()): void {
  storage.setItem(whose, user)
  const own = `${prefix}/${encodeURIComponent(user)}/`
  for (const name of namesIn(storage)) {
    const kept = name.startsWith(own) ? parsed(storage.getItem(name)) : null
    if (!kept || now - Date.parse(kept.at) > longestMs) storage.removeItem(name)
  }
}

/** Whoever was signed in has signed out: their words go with them, and no tab that is still open keeps any. */
export function keepForNobody(storage: Storage): void {
  storage.removeItem(whose)
  for (const name of namesIn(storage)) storage.removeItem(name)
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
