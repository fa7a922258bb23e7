'use client'
import type { MessageKey } from '#messages/message.ts'
import { useMessages } from '../../language/useMessages.ts'
import type { Agreement, GateMessage } from '../publication.ts'
import { type FindingGroup, findingGroups } from './findingGroups.ts'

const kinds = {
  refusal: { mark: '✗', name: 'publish.refused' },
  warning: { mark: '⚠', name: 'publish.warning' },
} as const

type Confirming = {
  /** Digests of findings that are answered, and what answers some more, or takes the answer back. */
  confirmed?: ReadonlySet<string>
  onConfirm?: (digests: readonly string[]) => void
}
type Props = Confirming & { kind: keyof typeof kinds; messages: GateMessage[] }

/** How many findings of one document are seen at once. */
const seen = 5

/** What refuses a part, or warns of it: document by document, each with its cure and its place, beside what it is about. */
export function GateMessages({ messages, ...rest }: Props) {
  return findingGroups(messages).map((group) => <Group group={group} key={group.document} {...rest} />)
}

function Group({ group, ...rest }: Omit<Props, 'messages'> & { group: FindingGroup }) {
  const { t } = useMessages()
  const { messages, together } = group
  const { confirmed, onConfirm } = rest
  const folded = messages.slice(seen)
  return (
    <div className={`desk-gates desk-gates--${rest.kind}`}>
      <Findings messages={messages.slice(0, seen)} {...rest} />
      {folded.length > 0 && (
        <details>
          <summary>{t('publish.moreFindings', { count: folded.length })}</summary>
          <Findings messages={folded} {...rest} />
        </details>
      )}
      {onConfirm &&
        together.map((digests) => (
          <Confirm
            isConfirmed={digests.every((digest) => confirmed?.has(digest))}
            key={digests[0]}
            label={t('publish.confirm.all', { count: digests.length })}
            onConfirm={() => onConfirm(digests)}
          />
        ))}
    </div>
  )
}

function Findings({ kind, messages, confirmed, onConfirm }: Props) {
  const { t } = useMessages()
  return (
    <ul>
      {messages.map((one) => (
        <li key={`${one.gate} ${one.document} ${one.part} ${one.path ?? ''} ${one.confirm ?? ''} ${one.message}`}>
          <span aria-hidden="true">{kinds[kind].mark} </span>
          <span className="desk-only-heard">{t(kinds[kind].name)}: </span>
          {one.message} <span className="desk-gates__cure">{one.cure}</span>{' '}
          <a href={one.link} rel="noreferrer" target="_blank">
            {t('publish.confirm.link')}
          </a>
          {one.confirm && onConfirm && (
            <ConfirmOne
              finding={one}
              isConfirmed={confirmed?.has(one.confirm) ?? false}
              onConfirm={() => onConfirm([one.confirm ?? ''])}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** What somebody says who lets it pass, where it is more than that. */
const confirmWords: { readonly [gate in GateMessage['gate']]?: MessageKey } = {
  relativeNamed: 'publish.confirm.label',
  nameSaidElsewhere: 'publish.confirm.label',
  facesUncovered: 'gates.facesUncovered.confirm',
}

type ConfirmOneProps = { finding: GateMessage; isConfirmed: boolean; onConfirm: () => void }

/** The tick of whoever may let it through; everybody else reads who may. */
function ConfirmOne({ finding, isConfirmed, onConfirm }: ConfirmOneProps) {
  const { t } = useMessages()
  const { gate, notYours, override, agreed } = finding
  if (notYours) return <span className="desk-gates__confirm">{notYours}</span>
  return (
    <>
      <Confirm
        isConfirmed={isConfirmed}
        label={t(confirmWords[gate] ?? 'publish.confirm.letThrough')}
        onConfirm={onConfirm}
      />
      {override?.people === 2 && !agreed && (
        <span className="desk-gates__confirm">{t('publish.confirm.takesTwo')}</span>
      )}
    </>
  )
}

type ConfirmProps = { isConfirmed: boolean; label: string; onConfirm: () => void }

function Confirm({ isConfirmed, label, onConfirm }: ConfirmProps) {
  return (
    <label className="desk-gates__confirm">
      <input checked={isConfirmed} onChange={onConfirm} type="checkbox" /> {label}
    </label>
  )
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
