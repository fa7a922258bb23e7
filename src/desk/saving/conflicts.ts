/** One field that two people changed since it was loaded: the words it was loaded with, and what each made of them. */
export type FieldConflict = { path: string; locale?: string; base: unknown; mine: unknown; theirs: unknown }

/** A refused save: what collides, and the revision whose values `theirs` are. */
export type SaveConflict = { conflicts: FieldConflict[]; revision: number }

/** Whose words win, per field; an edited text is the person's own and counts as theirs to keep. */
export type Choice = { side: 'mine' | 'theirs'; edited?: string }
export type Choices = Readonly<Record<string, Choice | undefined>>

/** The conflict in a 409 answer of the studio, null where the answer says something else. */
export function conflictIn(json: unknown): SaveConflict | null {
  const data = firstErrorData(json)
  if (!data || !Array.isArray(data.conflicts) || typeof data.revision !== 'number') return null
  // The list is made by the database's own merge, which answers this shape.
  return { conflicts: data.conflicts as FieldConflict[], revision: data.revision }
}

function firstErrorData(json: unknown): { conflicts?: unknown; revision?: unknown } | null {
  if (typeof json !== 'object' || json === null || !('errors' in json) || !Array.isArray(json.errors)) return null
  const [first]: unknown[] = json.errors
  if (typeof first !== 'object' || first === null || !('data' in first)) return null
  return typeof first.data === 'object' ? first.data : null
}

export function undecided(conflict: SaveConflict, choices: Choices): number {
  return conflict.conflicts.filter(({ path }) => !choices[path]).length
}

/** What a save carries so that the server applies the choices to exactly the values that were compared. */
export function resolutionOf(conflict: SaveConflict, choices: Choices) {
  const sides = conflict.conflicts.map(({ path }) => [path, choices[path]?.side ?? 'mine'])
  return { resolutions: Object.fromEntries(sides) as Record<string, Choice['side']>, resolvedAt: conflict.revision }
}
