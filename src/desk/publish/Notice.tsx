'use client'
import { useConfig } from '@payloadcms/ui'
import { useMessages } from '../language/useMessages.ts'
import { publicAnswerUrl } from './publicAnswer.ts'
import type { PartStanding, PublishAnswer } from './publication.ts'

export type NoticeContent =
  | { kind: 'done'; action: 'publish' | 'withdraw'; answer: PublishAnswer }
  | { kind: 'refused' | 'waiting'; text: string }

type Props = { content: NoticeContent; parts: PartStanding[]; documentKey: string }

/** What just happened: what went out, when, and where to see it; or why nothing did. */
export function Notice({ content, parts, documentKey }: Props) {
  const { t, language } = useMessages()
  const { config } = useConfig()
  if (content.kind !== 'done')
    return (
      <p className={`desk-notice desk-notice--${content.kind === 'waiting' ? 'warning' : 'error'}`} role="alert">
        {content.text}
      </p>
    )
  const { answer, action } = content
  const delivery: unknown = config.admin.custom?.deliveryUrl
  return (
    <div className="desk-notice desk-notice--done" role="status">
      <p>
        {answer.unchanged
          ? t('publish.nothingNew')
          : t(action === 'publish' ? 'publish.done' : 'withdraw.done', {
              time: clock(answer.at, language),
              parts: namesOf(answer, parts).join(', '),
            })}
      </p>
      {action === 'publish' && typeof delivery === 'string' && (
        <a
          href={publicAnswerUrl(delivery, documentKey, answer.unchanged ? [] : answer.locales)}
          rel="noreferrer"
          target="_blank"
        >
          {t('publish.publicAnswer')} ↗
        </a>
      )}
    </div>
  )
}

function clock(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(iso))
}

function namesOf(answer: { facts: boolean; locales: string[] }, parts: PartStanding[]): string[] {
  const out = new Set([...(answer.facts ? ['facts'] : []), ...answer.locales])
  return parts.filter((one) => out.has(one.part)).map((one) => one.label)
}
