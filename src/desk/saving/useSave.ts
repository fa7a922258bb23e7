'use client'
import { useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { ConsentWithdrawal } from '#publishing/withdrawals/withdrawWithConsent.ts'
import { conflictDuring } from './answers/conflictDuring.ts'
import { type Choices, resolutionOf, type SaveConflict } from './conflicts.ts'
import { useFieldNames } from './useFieldNames.ts'

export type Saving = {
  /** True when the form is stored. Otherwise the form says why, and keeps everything. */
  save: () => Promise<boolean>
  conflict: SaveConflict | null
  /** What the last save withdrew, because a consent ended with it. */
  withdrawal: ConsentWithdrawal | null
  forgetWithdrawal: () => void
  resolve: (choices: Choices) => Promise<boolean>
}

/**
 * Saves the form. It carries the `revision` it was loaded with (a hidden field), so the server can
 * merge; what two people changed comes back as a conflict to decide, and goes again with the choice.
 */
export function useSave(onSaved: () => void): Saving {
  const form = useForm()
  const placeOf = useFieldNames()
  const [conflict, setConflict] = useState<SaveConflict | null>(null)
  const [withdrawal, setWithdrawal] = useState<ConsentWithdrawal | null>(null)

  const submit = async (overrides: Record<string, unknown>) => {
    const outcome = await conflictDuring(() => form.submit({ overrides }))
    const saved = typeof outcome.result === 'object' && outcome.result.res.ok
    setConflict(outcome.conflict)
    if (saved) setWithdrawal(outcome.withdrawal)
    if (saved) onSaved()
    // Payload marks a form as unmodified even when its save was refused, which would switch Save off.
    else form.setModified(true)
    return saved
  }

  const resolve = async (choices: Choices) => {
    if (!conflict) return false
    // The form must hold the edited words before it is read for the request.
    flushSync(() => {
      for (const { path } of conflict.conflicts) {
        const value = choices[path]?.edited
        if (value !== undefined) form.dispatchFields({ type: 'UPDATE', path: placeOf(path).formPath, value })
      }
    })
    return submit(resolutionOf(conflict, choices))
  }

  return { save: () => submit({}), conflict, withdrawal, forgetWithdrawal: () => setWithdrawal(null), resolve }
}
