import { APIError, type FlattenedField, type PayloadRequest } from 'payload'
import { message } from '#messages/message.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import { fieldAt } from './localeView.ts'
import type { Clash } from './merge.ts'

/** `path` joins names and row ids with `/` as WordPath does; `locale` is there where the field is localized. */
export type Conflict = { path: string; locale?: string; base: unknown; mine: unknown; theirs: unknown }

/** Both sides changed the same fields: 409 with both values. `revision` is the one that `theirs` was read at. */
export class ConflictError extends APIError<{ conflicts: Conflict[]; revision: number }> {
  constructor(req: Asking, conflicts: Conflict[], revision: number) {
    const fields = conflicts.map(({ path, locale }) => (locale ? `${path} (${locale})` : path)).join(', ')
    super(message(languageOf(req), 'conflict.refused', { fields }), 409, { conflicts, revision }, true)
    this.name = 'ConflictError'
  }
}

/**
 * The fields that whoever saves may not read. They cannot have changed one, and a conflict shows both values: there the stored
 * value stands. Without a user it is the studio's own code that saves.
 */
export async function unreadableFields(
  fields: readonly FlattenedField[],
  req: Partial<PayloadRequest> | undefined,
): Promise<ReadonlySet<FlattenedField>> {
  // The rules of fields ask who it is; what else a request has is there wherever somebody is signed in.
  const asking = req?.user ? (req as PayloadRequest) : null
  if (!asking) return new Set()
  const found = await Promise.all(
    fields.map(async (field): Promise<FlattenedField[]> => {
      const mayRead = 'access' in field ? field.access?.read : undefined
      if (mayRead && !(await mayRead({ req: asking }))) return [field]
      return 'flattenedFields' in field ? [...(await unreadableFields(field.flattenedFields, req))] : []
    }),
  )
  return new Set(found.flat())
}

export function conflictsOf(fields: readonly FlattenedField[], clashes: readonly Clash[], locale: string): Conflict[] {
  return clashes.map(({ path, base = null, mine = null, theirs = null }) => {
    const found = fieldAt(fields, path, locale)
    return { path: found.path, ...(found.locale && { locale: found.locale }), base, mine, theirs }
  })
}
