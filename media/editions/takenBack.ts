import type { RequestContext } from 'payload'
import type { Look } from '../look.ts'

/** The picture that a restored version brings back: the digest of its original, and how its public files look. */
type TakenBack = { originalSha256: unknown; look: Look }

/** Where the context of the request keeps it: what a version says of its file is dropped before the hooks of a collection. */
const key = 'holosPictureTakenBack'

export function rememberTakenBack(context: RequestContext, taken: TakenBack): void {
  context[key] = taken
}

export function takenBackIn(context: RequestContext): TakenBack | undefined {
  // Only this file writes it.
  return context[key] as TakenBack | undefined
}
