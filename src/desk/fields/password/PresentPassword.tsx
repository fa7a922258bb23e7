'use client'
import { PasswordField, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** Beside a new password for one's own account, and only there. */
export const PresentPassword: TextFieldClientComponent = ({ field, path }) => {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const isChanging = useFormFields(([fields]) => Boolean(fields.password?.value))
  if (!isChanging || id === undefined || id !== user?.id) return null
  const { name, label } = field
  return <PasswordField autoComplete="current-password" field={{ name, label, required: true }} path={path} />
}
