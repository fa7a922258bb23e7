import type { ConsentWithdrawal } from '#publishing/withdrawals/withdrawWithConsent.ts'
import { conflictIn, type SaveConflict } from '../conflicts.ts'
import { withdrawalIn } from './withdrawalIn.ts'

type Listener = (answer: Response) => void
const listeners = new Set<Listener>()
let watching = false

/**
 * Runs a form's submit and returns the conflict that refused it, or what it withdrew, if it did. Payload's form reads
 * the body of a save itself and hands on nothing but a message, so the answer is read
 * beside it: `fetch` passes everything through and shows a copy of each save's answer to who waits for one.
 */
export async function conflictDuring<Result>(
  submit: () => Promise<Result>,
): Promise<{ result: Result; conflict: SaveConflict | null; withdrawal: ConsentWithdrawal | null }> {
  watchAnswers()
  const copies: Response[] = []
  const listener: Listener = (answer) => copies.push(answer)
  listeners.add(listener)
  try {
    const result = await submit()
    const answers = await Promise.all(copies.map((answer) => answer.json().catch(() => null)))
    return { result, conflict: first(answers, conflictIn), withdrawal: first(answers, withdrawalIn) }
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
    if (answer.status === 409 || isSave(request, answer)) for (const listener of listeners) listener(answer.clone())
    return answer
  }
}

function isSave([, init]: Parameters<typeof fetch>, { ok }: Response): boolean {
  return ok && init?.method?.toUpperCase() === 'PATCH'
}

function first<Found>(answers: readonly unknown[], read: (answer: unknown) => Found | null): Found | null {
  return answers.map(read).find((found) => found !== null) ?? null
}
