'use client'
import { Button, Drawer, useDrawerSlug, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useMessages } from '../language/useMessages.ts'
import { ConflictField } from './ConflictField.tsx'
import { type Choices, type SaveConflict, undecided } from './conflicts.ts'
import './conflict.css'

type Props = { conflict: SaveConflict | null; onResolve: (choices: Choices) => Promise<boolean> }

/** Opens when a save was refused because somebody else changed the same words: mine, theirs, or both to edit. */
export function ConflictDialog({ conflict, onResolve }: Props) {
  const slug = useDrawerSlug('conflict')
  const { openModal, closeModal } = useModal()
  const { t } = useMessages()
  useEffect(() => {
    if (conflict) openModal(slug)
    else closeModal(slug)
  }, [conflict, slug, openModal, closeModal])
  return (
    <Drawer className="desk-conflict-drawer" slug={slug} title={t('conflict.title')}>
      {conflict && <ConflictForm conflict={conflict} key={conflict.revision} onResolve={onResolve} />}
    </Drawer>
  )
}

function ConflictForm({ conflict, onResolve }: { conflict: SaveConflict; onResolve: Props['onResolve'] }) {
  const { t } = useMessages()
  const [choices, setChoices] = useState<Choices>({})
  const [busy, setBusy] = useState(false)
  const left = undecided(conflict, choices)
  const send = async () => {
    setBusy(true)
    await onResolve(choices)
    setBusy(false)
  }
  return (
    <div aria-busy={busy} className="desk-conflict">
      <p className="desk-hint">{t('conflict.help')}</p>
      {conflict.conflicts.map((one) => (
        <ConflictField
          choice={choices[one.path]}
          conflict={one}
          key={one.path}
          onChoose={(choice) => setChoices({ ...choices, [one.path]: choice })}
        />
      ))}
      <div className="desk-publish__actions">
        <Button disabled={busy || left > 0} id="action-resolve" margin={false} onClick={() => void send()}>
          {t('conflict.saveChoice')}
        </Button>
        {left > 0 && (
          <span className="desk-hint" role="status">
            {t('conflict.chooseEach', { count: left })}
          </span>
        )}
      </div>
    </div>
  )
}
