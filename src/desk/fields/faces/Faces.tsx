'use client'
// Slot: admin.components.Field of `faces`: whoever may not read what is internal does not get it.
import { FieldDescription, FieldError, FieldLabel, useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'
import { facesIn } from '#media/faces.ts'
import { useMessages } from '../../language/useMessages.ts'
import { useStudio } from '../../request/useStudio.ts'
import { MarkedPicture } from './MarkedPicture.tsx'
import './faces.css'

/** The picture as the public gets it, with the regions that are covered, or will be with the next save. */
export const Faces: JSONFieldClientComponent = ({ field, path: staticPath, readOnly }) => {
  const { value, setValue, showError, errorMessage, disabled, path } = useField<unknown>({
    potentiallyStalePath: staticPath,
  })
  const { data } = useDocumentInfo()
  const isReplaced = useFormFields(([fields]) => fields.file?.value instanceof File)
  const { t } = useMessages()
  const { apiPath } = useStudio()
  const file = typeof data?.filename === 'string' ? data.filename : null
  const { label, admin } = field
  const section = useFocusWhereLinked()
  return (
    <section
      aria-labelledby="faces-label"
      className="field-type desk-faces"
      id="field-faces"
      ref={section}
      tabIndex={-1}
    >
      <span id="faces-label">
        <FieldLabel as="span" label={label} path={path} />
      </span>
      <div className="desk-faces__error">
        <FieldError message={errorMessage ?? ''} path={path} showError={showError} />
      </div>
      {file && !isReplaced ? (
        <MarkedPicture
          // Of another file, or another edition of it, nothing is chosen and nothing is zoomed.
          address={apiPath(`/media/file/${encodeURIComponent(file)}`)}
          faces={facesIn(value)}
          isReadOnly={Boolean(readOnly || disabled)}
          onChange={setValue}
        />
      ) : (
        <p className="desk-hint">{t(isReplaced && file ? 'media.faces.otherFile' : 'media.faces.saveFirst')}</p>
      )}
      {admin?.description && <FieldDescription description={admin.description} path={path} />}
    </section>
  )
}

/** A message of the publish panel leads here; the form is not there yet when the browser looks for the place. */
function useFocusWhereLinked() {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (window.location.hash !== `#${section.current?.id}`) return
    section.current?.scrollIntoView({ block: 'center' })
    section.current?.focus()
  }, [])
  return section
}
