'use client'
import { useMessages } from '../useMessages.ts'
import type { Agreement, GateMessage } from './publication.ts'

const kinds = {
  refusal: { mark: '✗', name: 'publish.refused' },
  warning: { mark: '⚠', name: 'publish.warning' },
} as const

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
            <Confirm finding={one} isConfirmed={confirmed?.has(one.confirm) ?? false} onConfirm={onConfirm} />
          )}
        </li>
      ))}
    </ul>
  )
}

type ConfirmProps = { finding: GateMessage; isConfirmed: boolean; onConfirm: (digest: string) => void }

/** The tick of whoever may let it through; everybody else reads who may. */
function Confirm({ finding, isConfirmed, onConfirm }: ConfirmProps) {
  const { t } = useMessages()
  const { confirm: digest = '', gate, notYours, override, agreed } = finding
  if (notYours) return <span className="desk-gates__confirm">{notYours}</span>
  return (
    <>
      <label className="desk-gates__confirm">
        <input checked={isConfirmed} onChange={() => onConfirm(digest)} type="checkbox" />{' '}
        {t(isOfNames(gate) ? 'publish.confirm.label' : 'publish.confirm.letThrough')}
      </label>
      {override?.people === 2 && !agreed && (
        <span className="desk-gates__confirm">{t('publish.confirm.takesTwo')}</span>
      )}
    </>
  )
}

/** Of whom a name is said is what their reason answers. */
function isOfNames(gate: GateMessage['gate']): boolean {
  return gate === 'nameSaidElsewhere' || gate === 'relativeNamed'
}

/** What was found and let through: who said so, when and why. */
export function ConfirmedMessages({ messages }: { messages: GateMessage[] }) {
  const { t, language } = useMessages()
  if (messages.length === 0) return null
  const day = (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso))
  const agreement = ({ by, reason, at }: Agreement) => ({ by, reason, at: day(at) })
  return (
    <ul className="desk-gates desk-gates--confirmed">
      {messages.map(({ gate, document, part, path, link, message, confirmed }) => (
        <li key={`${gate} ${document} ${part} ${path ?? ''} ${message}`}>
          {message} {confirmed && t('publish.confirm.done', agreement(confirmed))}{' '}
          {confirmed?.second && <>{t('publish.confirm.second', agreement(confirmed.second))} </>}
          <a href={link} rel="noreferrer" target="_blank">
            {t('publish.confirm.link')}
          </a>
        </li>
      ))}
    </ul>
  )
}
