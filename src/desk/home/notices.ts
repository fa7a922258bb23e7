import type { Payload } from 'payload'
import { parseEdtf } from '#dates/edtf.ts'
import { partInWords } from '#locales/fieldInWords.ts'
import { formatDate } from '#locales/formatDate.ts'
import { isMessageKey, message } from '#messages/message.ts'
import { countOverrides, noReason } from '#publishing/overrides/overrides.ts'
import { overridesTold } from '#publishing/overrides/overrideTold.ts'
import { expiredConsents } from '#publishing/withdrawals/withdrawWithConsent.ts'
import type { Ref } from '#record/shape.ts'

/** Something that editors should know of a document: what it is, since when, and who did it, where it was somebody. */
export type HomeNotice = {
  id: string
  key: Ref
  heading: string
  /** In the reader's language. */
  text: string
  /** ISO time. */
  at: string
  by?: string
  reason?: string
}

/** The newest of one kind, `most` at most, and how many there are. */
export type NoticeList = { newest: HomeNotice[]; count: number }
export type NoticeReading = { payload: Payload; language: string; most: number }

/** One row per kind of notice. */
const lists: readonly ((reading: NoticeReading) => Promise<NoticeList>)[] = [overrideNotices, consentNotices]

/** Everything that editors should know, the newest first. They say what is internal: for those who may read that. */
export async function noticesFor(reading: NoticeReading): Promise<NoticeList> {
  const all = await Promise.all(lists.map((list) => list(reading)))
  const newest = all.flatMap((list) => list.newest).sort((one, other) => other.at.localeCompare(one.at))
  return { newest: newest.slice(0, reading.most), count: all.reduce((sum, { count }) => sum + count, 0) }
}

/** What somebody let through a gate. */
async function overrideNotices({ payload, language, most }: NoticeReading): Promise<NoticeList> {
  const [told, count] = await Promise.all([overridesTold({ payload }, most), countOverrides({ payload })])
  const newest = told.map(
    ({ digest, key, heading, gate, part, person, staff, secondStaff, isWaiting, reason, at, second }) => {
      const title = `overrides.${gate}`
      const what = isMessageKey(title) ? message(language, title) : gate
      const values = { what, part: part ? partInWords(language, part) : '', person: person ?? '' }
      const text = part ? message(language, person ? 'home.overrideAbout' : 'home.override', values) : what
      const first = staff ?? message(language, 'home.commandLine')
      const waiting = isWaiting ? ` ${message(language, 'home.overrideWaits')}` : ''
      return {
        id: digest,
        key,
        heading,
        text: `${text}${waiting}`,
        at: second?.at ?? at,
        by: secondStaff ? `${first}, ${secondStaff}` : first,
        ...(reason !== noReason && { reason: second ? `${reason} · ${second.reason}` : reason }),
      }
    },
  )
  return { newest, count }
}

/** Consents whose last day is over: what rested on one is withdrawn, unless an administrator said otherwise. */
async function consentNotices({ payload, language, most }: NoticeReading): Promise<NoticeList> {
  const ended = await expiredConsents({ payload })
  const newest = ended
    .map(({ key, name, until, isPublic }) => {
      const text = message(language, isPublic ? 'home.consentOverStillPublic' : 'home.consentOver', {
        until: formatDate(until, language),
      })
      return { id: `consent ${key}`, key, heading: name, text, at: lastDayOf(until) }
    })
    .sort((one, other) => other.at.localeCompare(one.at))
  return { newest: newest.slice(0, most), count: ended.length }
}

/** ISO time at which a consent ran out. */
function lastDayOf(until: string): string {
  const read = parseEdtf(until)
  return `${(read.ok && read.date.latest) || '0001-01-01'}T23:59:59.999Z`
}
