'use client'
// Slot: collection admin.components.edit.SaveButton = '/src/desk/saving/SaveControls.tsx#SaveControls'
import { FormSubmit, useDocumentInfo, useEditDepth, useFormModified, useHotkey, useOperation } from '@payloadcms/ui'
import { useRef } from 'react'
import { forgetMine } from '../kept/keptKey.ts'
import { useKeptKey } from '../kept/useKeptKey.ts'
import { useMessages } from '../language/useMessages.ts'
import { PublishPanel } from '../publish/PublishPanel.tsx'
import { ConsentNotice } from './answers/ConsentNotice.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useSave } from './useSave.ts'

/** Save, with the dialog that settles what two people changed, and the publish panel beside it. */
export function SaveControls() {
  const keptKey = useKeptKey()
  const { save, conflict, withdrawal, forgetWithdrawal, resolve } = useSave(() => forgetMine(keptKey))
  return (
    <>
      <Save onSave={() => void save()} />
      <PublishPanel save={save} />
      {withdrawal && <ConsentNotice onClose={forgetWithdrawal} withdrawal={withdrawal} />}
      <ConflictDialog conflict={conflict} onResolve={resolve} />
    </>
  )
}

function Save({ onSave }: { onSave: () => void }) {
  const { t } = useMessages()
  const { uploadStatus } = useDocumentInfo()
  const modified = useFormModified()
  const operation = useOperation()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'
  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })
  return (
    <FormSubmit buttonId="action-save" disabled={disabled} onClick={onSave} ref={button} size="medium" type="button">
      {t('studio.save')}
    </FormSubmit>
  )
}
