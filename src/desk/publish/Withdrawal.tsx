'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Part } from '#record/record.ts'
import { useMessages } from '../language/useMessages.ts'
import type { PartStanding } from './publication.ts'

type Props = {
  parts: PartStanding[]
  busy: boolean
  onCancel: () => void
  /** The locales to withdraw; null for the whole document. */
  onWithdraw: (locales: string[] | null) => void
}

/** Asks what is withdrawn before anything is: single locales, or the whole document. */
export function Withdrawal({ parts, busy, onCancel, onWithdraw }: Props) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const whole = chosen.has('facts')
  const locales = parts.filter((one) => one.part !== 'facts')
  const toggle = (part: Part) => setChosen(flipped(chosen, part))
  return (
    <section aria-labelledby="desk-withdraw-title" className="desk-withdraw">
      <h3 id="desk-withdraw-title" ref={heading} tabIndex={-1}>
        {t('withdraw.title')}
      </h3>
      <p className="desk-hint">{t('withdraw.help')}</p>
      <Choice checked={whole} label={t('withdraw.wholeDocument')} onToggle={() => toggle('facts')} />
      {locales.map((one) => (
        <Choice
          checked={whole || chosen.has(one.part)}
          disabled={whole}
          key={one.part}
          label={one.label}
          lang={one.part}
          onToggle={() => toggle(one.part)}
        />
      ))}
      <div className="desk-publish__actions">
        <Button
          buttonStyle="error"
          disabled={busy || chosen.size === 0}
          id="action-withdraw-confirm"
          margin={false}
          onClick={() => onWithdraw(whole ? null : [...chosen])}
        >
          {t('withdraw.withdraw')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel}>
          {t('studio.cancel')}
        </Button>
      </div>
    </section>
  )
}

type ChoiceProps = { label: string; checked: boolean; disabled?: boolean; lang?: string; onToggle: () => void }

function Choice({ label, checked, disabled, lang, onToggle }: ChoiceProps) {
  return (
    <label className="desk-choice" lang={lang}>
      <input checked={checked} disabled={disabled} onChange={onToggle} type="checkbox" /> <bdi>{label}</bdi>
    </label>
  )
}

function flipped(chosen: ReadonlySet<Part>, part: Part): ReadonlySet<Part> {
  const next = new Set(chosen)
  if (!next.delete(part)) next.add(part)
  return next
}
