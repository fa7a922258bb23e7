import { conflictIn, type SaveConflict } from './conflicts.ts'

type Listener = (answer: Response) => void
const listeners = new Set<Listener>()
let watching = false

/**
 * Runs a form's submit and returns the conflict that refused it, if one did. Payload's form reads
 * the body of a refused save itself and hands on nothing but a message, so the answer is read
 * beside it: `fetch` passes everything through and shows a copy of each 409 to who waits for one.
 */
export async function conflictDuring<Result>(
  submit: () => Promise<Result>,
): Promise<{ result: Result; conflict: SaveConflict | null }> {
  watchAnswers()
  const refused: Response[] = []
  const listener: Listener = (answer) => refused.push(answer)
  listeners.add(listener)
  try {
    const result = await submit()
    return { result, conflict: await firstConflict(refused) }
  } finally {
    listeners.delete(listener)
  }
}

function watchAnswers(): void {
  if (watching) return
  watching = true
  const plainFetch = window.fetch.bind(window)
  window.fetch = async (...request) => {
    const answer = await plainFetch(...request)
    if (answer.status === 409) for (const listener of listeners) listener(answer.clone())
    return answer
  }
}

async function firstConflict(answers: readonly Response[]): Promise<SaveConflict | null> {
  for (const answer of answers) {
    const conflict = conflictIn(await answer.json().catch(() => null))
    if (conflict) return conflict
  }
  return null
}
