'use client'
import type { MessageKey } from '#messages/message.ts'
import { useMessages } from '../useMessages.ts'
import type { GateMessage } from './publication.ts'

const kinds = {
  refusal: { mark: '✗', name: 'publish.refused' },
  warning: { mark: '⚠', name: 'publish.warning' },
} as const

/** What is confirmed, where it is not that somebody else is meant. */
const confirmWords: { readonly [gate: string]: MessageKey } = { facesUncovered: 'gates.facesUncovered.confirm' }

type Props = {
  kind: keyof typeof kinds
  messages: GateMessage[]
  /** Digests of findings that are answered, and what answers one more or one fewer. */
  confirmed?: ReadonlySet<string>
  onConfirm?: (digest: string) => void
}

/** What refuses a part, or warns of it: each with its cure and its place, beside what it is about. */
export function GateMessages({ kind, messages, confirmed, onConfirm }: Props) {
  const { t } = useMessages()
  if (messages.length === 0) return null
  return (
    <ul className={`desk-gates desk-gates--${kind}`}>
      {messages.map((one) => (
        <li key={`${one.gate} ${one.document} ${one.part} ${one.path ?? ''} ${one.confirm ?? ''}`}>
          <span aria-hidden="true">{kinds[kind].mark} </span>
          <span className="desk-only-heard">{t(kinds[kind].name)}: </span>
          {one.message} <span className="desk-gates__cure">{one.cure}</span>{' '}
          <a href={one.link} rel="noreferrer" target="_blank">
            {t('publish.confirm.link')}
          </a>
          {one.confirm && onConfirm && (
            <Confirm
              digest={one.confirm}
              isConfirmed={confirmed?.has(one.confirm) ?? false}
              onConfirm={onConfirm}
              words={confirmWords[one.gate] ?? 'publish.confirm.label'}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type ConfirmProps = {
  digest: string
  isConfirmed: boolean
  onConfirm: (digest: string) => void
  words: MessageKey
}

function Confirm({ digest, isConfirmed, onConfirm, words }: ConfirmProps) {
  const { t } = useMessages()
  return (
    <label className="desk-gates__confirm">
      <input checked={isConfirmed} onChange={() => onConfirm(digest)} type="checkbox" /> {t(words)}
    </label>
  )
}

/** What was found and let through: who said so, when and why. */
export function ConfirmedMessages({ messages }: { messages: GateMessage[] }) {
  const { t, language } = useMessages()
  if (messages.length === 0) return null
  const day = (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso))
  return (
    <ul className="desk-gates desk-gates--confirmed">
      {messages.map(({ gate, document, part, path, link, message, confirmed }) => (
        <li key={`${gate} ${document} ${part} ${path ?? ''} ${message}`}>
          {message} {confirmed && t('publish.confirm.done', { ...confirmed, at: day(confirmed.at) })}{' '}
          <a href={link} rel="noreferrer" target="_blank">
            {t('publish.confirm.link')}
          </a>
        </li>
      ))}
    </ul>
  )
}
