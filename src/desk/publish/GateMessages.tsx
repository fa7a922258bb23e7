'use client'
import { useMessages } from '../useMessages.ts'
import type { GateMessage } from './publication.ts'

const kinds = {
  refusal: { mark: '✗', name: 'publish.refused' },
  warning: { mark: '⚠', name: 'publish.warning' },
} as const

/** What refuses a part, or warns of it: each with its cure, beside what it is about. */
export function GateMessages({ kind, messages }: { kind: keyof typeof kinds; messages: GateMessage[] }) {
  const { t } = useMessages()
  if (messages.length === 0) return null
  return (
    <ul className={`desk-gates desk-gates--${kind}`}>
      {messages.map((one) => (
        <li key={`${one.gate} ${one.path ?? ''}`}>
          <span aria-hidden="true">{kinds[kind].mark} </span>
          <span className="desk-only-heard">{t(kinds[kind].name)}: </span>
          {one.message} <span className="desk-gates__cure">{one.cure}</span>
        </li>
      ))}
    </ul>
  )
}
