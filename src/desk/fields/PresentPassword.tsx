'use client'
import { PasswordField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** Beside a new password, and only there. */
export const PresentPassword: TextFieldClientComponent = ({ field, path }) => {
  const isChanging = useFormFields(([fields]) => fields.password !== undefined)
  if (!isChanging) return null
  return (
    <PasswordField
      autoComplete="current-password"
      field={{ name: field.name, label: field.label, required: true }}
      path={path}
    />
  )
}
