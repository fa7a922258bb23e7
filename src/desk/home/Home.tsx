// Slot: root admin.components.beforeDashboard = ['/src/desk/home/Home.tsx#Home']
import { getTranslation, type I18n } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import type { Payload, TypedUser } from 'payload'
import { mayDo } from '#access/roles.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import { message } from '#messages/message.ts'
import type { DocumentType } from '#record/shape.ts'
import { type HomeNotice, type NoticeList, noticesFor } from './notices.ts'
import { type PendingCount, pendingCounts, type RecentChange, recentChanges } from './pending.ts'
import { timeAgo } from './timeAgo.ts'
import './home.css'

type Props = { payload: Payload; user: TypedUser | null; i18n: I18n }

/** What is written first, in this order. */
const quickCreate = ['people', 'quotes', 'events', 'media'] as const satisfies readonly DocumentType[]

/** The first page: what waits for somebody, what changed lately, and what is added most. */
export async function Home({ payload, user, i18n }: Props) {
  if (!user) return null
  const isTold = mayDo(user, 'readInternal')
  const [pending, recent, notices] = await Promise.all([
    pendingCounts({ payload, user }),
    recentChanges({ payload, user }),
    isTold ? noticesFor({ payload, language: i18n.language, most: mostNotices }) : null,
  ])
  const desk = { payload, i18n, admin: payload.config.routes.admin }
  return (
    <div className="desk-home">
      <header className="desk-home__head">
        <h1>{message(i18n.language, 'home.goodDay', { name: String(user.name || user.email) })}</h1>
        {mayDo(user, 'create') && <QuickCreate desk={desk} />}
      </header>
      <Pending all={pending} desk={desk} />
      <Recent all={recent} desk={desk} now={new Date()} />
      {notices && <Notices all={notices} desk={desk} now={new Date()} />}
    </div>
  )
}

type Desk = { payload: Payload; i18n: I18n; admin: string }

function QuickCreate({ desk }: { desk: Desk }) {
  return (
    <nav className="desk-home__create">
      {quickCreate.map((type) => {
        const label = labelOf(desk, type, 'singular')
        return (
          <Link
            aria-label={message(desk.i18n.language, 'home.add', { label })}
            className="btn btn--style-secondary btn--size-small desk-home__add"
            href={`${desk.admin}/collections/${type}/create`}
            key={type}
            prefetch={false}
          >
            + {label}
          </Link>
        )
      })}
    </nav>
  )
}

function Pending({ all, desk }: { all: PendingCount[]; desk: Desk }) {
  const { language } = desk.i18n
  return (
    <section aria-labelledby="desk-pending">
      <h2 id="desk-pending">{message(language, 'home.pending')}</h2>
      {all.length === 0 && <p>{message(language, 'home.pendingNone')}</p>}
      <ul className="desk-home__cards">
        {all.map(({ type, count }) => (
          <li key={type}>
            <Link href={`${desk.admin}/collections/${type}?${pendingFilter}`} prefetch={false}>
              {labelOf(desk, type, 'plural')}: <strong>{new Intl.NumberFormat(language).format(count)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recent({ all, desk, now }: { all: RecentChange[]; desk: Desk; now: Date }) {
  const { language } = desk.i18n
  return (
    <section aria-labelledby="desk-recent">
      <h2 id="desk-recent">{message(language, 'home.recent')}</h2>
      {all.length === 0 && <p>{message(language, 'home.recentNone')}</p>}
      <ul className="desk-home__recent">
        {all.map((one) => (
          <li key={`${one.type} ${one.id}`}>
            <Link href={`${desk.admin}/collections/${one.type}/${one.id}`} prefetch={false}>
              <bdi>{one.heading || one.id}</bdi>
            </Link>
            <span className="desk-home__kind">{labelOf(desk, one.type, 'singular')}</span>
            {one.pendingIn.length > 0 && (
              <span>
                {message(language, 'home.pendingIn', {
                  parts: one.pendingIn.map((part) => partName(part, language)).join(', '),
                })}
              </span>
            )}
            <time dateTime={one.updatedAt}>{timeAgo(one.updatedAt, now, language)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How many are in the page, and of these how many are seen at once. */
const mostNotices = 100
const seenNotices = 5

function Notices({ all: { newest, count }, desk, now }: { all: NoticeList; desk: Desk; now: Date }) {
  const { language } = desk.i18n
  const folded = newest.slice(seenNotices)
  return (
    <section aria-labelledby="desk-notices">
      <h2 id="desk-notices">{message(language, 'home.notices')}</h2>
      {count === 0 && <p>{message(language, 'home.noticesNone')}</p>}
      <NoticeRows all={newest.slice(0, seenNotices)} desk={desk} now={now} />
      {folded.length > 0 && (
        <details className="desk-home__more">
          <summary>{message(language, 'home.noticesMore', { count: folded.length })}</summary>
          <NoticeRows all={folded} desk={desk} now={now} />
          {count > newest.length && <p>{message(language, 'home.noticesOlder', { count: count - newest.length })}</p>}
        </details>
      )}
    </section>
  )
}

function NoticeRows({ all, desk, now }: { all: HomeNotice[]; desk: Desk; now: Date }) {
  const { language } = desk.i18n
  return (
    <ul className="desk-home__recent">
      {all.map(({ id, key, heading, text, by, reason, at }) => (
        <li key={id}>
          <Link href={`${desk.admin}/collections/${key.replace(':', '/')}`} prefetch={false}>
            <bdi>{heading}</bdi>
          </Link>
          <span>{text}</span>
          <time dateTime={at}>{timeAgo(at, now, language)}</time>
          {(by || reason) && (
            <p className="desk-home__reason">
              <bdi>{by}</bdi>
              {by && reason && ': '}
              {reason && <q>{reason}</q>}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The list's own filter for rows with something pending. */
const pendingFilter = new URLSearchParams({ 'where[or][0][and][0][pendingIn][exists]': 'true' }).toString()

function labelOf({ payload, i18n }: Desk, type: DocumentType, form: 'singular' | 'plural'): string {
  const label = payload.collections[type].config.labels[form]
  return typeof label === 'function' ? label({ i18n, t: i18n.t }) : getTranslation(label, i18n)
}

function partName(part: string, language: string): string {
  return isLocale(part) ? localeRow(part).name : message(language, 'publish.facts')
}
