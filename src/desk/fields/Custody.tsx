// Slot: a ui field in the case of people: '/src/desk/fields/Custody.tsx#Custody'
import type { I18n } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import type { Payload, PayloadRequest } from 'payload'
import { custodyOf } from '#graph/people/custody.ts'
import { formatDate } from '#locales/formatDate.ts'
import { labelOf } from '#locales/labels.ts'
import { message } from '#messages/message.ts'
import { headingsOf } from '#publishing/workingCopy.ts'
import { parseRef, refOf } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { publicStoryOf } from './publicEvents.ts'
import './fields.css'

type Props = {
  id?: number | string
  data: Record<string, unknown>
  payload: Payload
  req: PayloadRequest
  i18n: I18n
}

/** Where a person is held and how the case stands: read from the last published event that says so, never typed. */
export async function Custody({ id, data, payload, req, i18n }: Props) {
  if (!id) return null
  const { language } = i18n
  const key = refOf('people', String(id))
  const { person, events } = await publicStoryOf(payload, req, key)
  const custody = custodyOf({ get: () => person, referrers: () => events }, key)
  const admin = payload.config.routes.admin
  const addEvent = (
    <Link href={`${admin}/collections/events/create`} prefetch={false} target="_blank">
      {message(language, 'custody.addEvent')} ↗
    </Link>
  )
  if (!custody)
    return (
      <section aria-label={message(language, 'custody.title')} className="desk-custody">
        <h3>{message(language, 'custody.title')}</h3>
        <p>{message(language, 'custody.none')}</p>
        {addEvent}
      </section>
    )
  const { status, procedure, place, newest } = custody
  const { event, asOf } = newest
  const refs: Ref[] = [event, place?.value].filter((ref) => ref !== undefined)
  const headings = await headingsOf({ payload, req }, refs)
  const gender = typeof data.gender === 'string' ? data.gender : undefined
  const parts = [
    status && labelOf('custodyStatus', status.value, language, gender),
    procedure && labelOf('custodyProcedure', procedure.value, language, gender),
    place && headings.get(place.value),
  ]
  return (
    <section aria-label={message(language, 'custody.title')} className="desk-custody">
      <h3>{message(language, 'custody.title')}</h3>
      <p>
        <strong>{parts.filter(Boolean).join(' · ')}</strong>
        {asOf && <span> ({message(language, 'custody.asOf', { date: formatDate(asOf, language) })})</span>}
      </p>
      {event && (
        <p>
          {message(language, 'custody.fromEvent')}{' '}
          <Link href={`${admin}/collections/events/${parseRef(event)?.id}`} prefetch={false}>
            {headings.get(event) ?? event}
          </Link>
        </p>
      )}
      {addEvent}
    </section>
  )
}
