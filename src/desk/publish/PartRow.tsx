'use client'
import { useId } from 'react'
import type { MessageKey } from '#messages/message.ts'
import type { Part } from '#record/record.ts'
import { useMessages } from '../language/useMessages.ts'
import { Difference } from '../text/Difference.tsx'
import { plainText } from '../text/plainText.ts'
import { ConfirmedMessages, GateMessages } from './findings/GateMessages.tsx'
import { PictureChange } from './PictureChange.tsx'
import type { GateMessage, PartDifference, PartStanding, PartState } from './publication.ts'

const stateWords = {
  never: 'publish.state.never',
  public: 'publish.state.public',
  pending: 'publish.state.pending',
  withdrawn: 'publish.state.withdrawn',
  empty: 'publish.state.empty',
} as const satisfies Record<PartState, MessageKey>

/** The field of a picture's file: of all documents, only media have it. */
const pictureFile = 'filename'

/** Above this many, the rest is folded. */
const shownAtOnce = 3

type Props = {
  standing: PartStanding
  checked: boolean
  disabled: boolean
  refusals: GateMessage[]
  confirmed: ReadonlySet<string>
  onConfirm?: (digests: readonly string[]) => void
  onToggle: (part: Part) => void
}

/** The facts, or one locale: its state, what differs, what refuses it. */
export function PartRow({ standing, checked, disabled, refusals, confirmed, onConfirm, onToggle }: Props) {
  const { t } = useMessages()
  const id = useId()
  const { part, label, state, stale, differences } = standing
  return (
    <div className={`desk-part desk-part--${state}`} data-part={part}>
      <div className="desk-part__head">
        <input
          aria-describedby={`${id}-state ${id}-more`}
          checked={checked}
          disabled={disabled}
          id={id}
          onChange={() => onToggle(part)}
          type="checkbox"
        />
        <label htmlFor={id} lang={part === 'facts' ? undefined : part}>
          <bdi>{label}</bdi>
        </label>
        <span className={`desk-state desk-state--${state}`} id={`${id}-state`}>
          {t(stateWords[state])}
        </span>
      </div>
      <div className="desk-part__more" id={`${id}-more`}>
        {part === 'facts' && <p className="desk-hint">{t('publish.factsHelp')}</p>}
        {stale > 0 && <p className="desk-part__stale">{t('publish.staleUnits', { count: stale })}</p>}
        <Differences all={differences} lang={part === 'facts' ? undefined : part} />
        <GateMessages confirmed={confirmed} kind="refusal" messages={refusals} {...(onConfirm && { onConfirm })} />
        <GateMessages kind="warning" messages={standing.warnings} />
        <ConfirmedMessages messages={standing.confirmed} />
      </div>
    </div>
  )
}

function Differences({ all, lang }: { all: PartDifference[]; lang: string | undefined }) {
  const { t } = useMessages()
  if (all.length === 0) return null
  const folded = all.slice(shownAtOnce)
  return (
    <>
      <DifferenceList all={all.slice(0, shownAtOnce)} lang={lang} />
      {folded.length > 0 && (
        <details>
          <summary>{t('publish.moreDifferences', { count: folded.length })}</summary>
          <DifferenceList all={folded} lang={lang} />
        </details>
      )}
    </>
  )
}

function DifferenceList({ all, lang }: { all: PartDifference[]; lang: string | undefined }) {
  return (
    <dl className="desk-differences">
      {all.map((one) => (
        <div key={one.path}>
          <dt>{one.label}</dt>
          <dd lang={lang}>
            {one.path === pictureFile ? (
              <PictureChange after={one.after} before={one.before} />
            ) : (
              <Change after={one.after} before={one.before} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Short values read "before → after"; prose reads as one text with its changes marked. */
function Change({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useMessages()
  const [old, now] = [plainText(before), plainText(after)]
  if (old.length > 60 || now.length > 60) return <Difference after={after} before={before} />
  return (
    <>
      {old ? <del>{old}</del> : <span className="desk-hint">{t('publish.nothingThere')}</span>}
      <span aria-hidden="true"> → </span>
      <span className="desk-only-heard"> {t('publish.becomes')} </span>
      {now ? <ins>{now}</ins> : <span className="desk-hint">{t('publish.nothingThere')}</span>}
    </>
  )
}
