'use client'
// Slot: admin.components.Label of every field that is not localized = '/src/desk/fields/SharedLabel.tsx#SharedLabel'
import { FieldLabel } from '@payloadcms/ui'
import type { ClientField, StaticLabel } from 'payload'
import { useMessages } from '../language/useMessages.ts'
import './fields.css'

type Props = { field: ClientField; path: string; label?: StaticLabel }

/** The label of a fact: it carries a small mark, for the same value stands in all languages. */
export function SharedLabel({ field, path, label }: Props) {
  const { t } = useMessages()
  const text = label ?? ('label' in field ? field.label : undefined)
  const required = 'required' in field ? field.required : undefined
  return (
    <span className="desk-shared">
      <FieldLabel label={text || undefined} path={path} required={required} />
      <span className="desk-shared__mark" title={t('form.sameEverywhere')}>
        <Globe />
        <span className="desk-only-heard">{t('form.sameEverywhere')}</span>
      </span>
    </span>
  )
}

function Globe() {
  return (
    <svg aria-hidden="true" fill="none" height="12" stroke="currentColor" viewBox="0 0 12 12" width="12">
      <circle cx="6" cy="6" r="5" />
      <path d="M1 6h10M6 1c3.2 3 3.2 7 0 10M6 1c-3.2 3-3.2 7 0 10" />
    </svg>
  )
}
