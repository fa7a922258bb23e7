import type { Payload } from 'payload'
import { partInWords } from '#locales/fieldInWords.ts'
import { isMessageKey, message } from '#messages/message.ts'
import { countOverrides } from '#publishing/overrides/overrides.ts'
import { overridesTold } from '#publishing/overrides/overrideTold.ts'
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
const lists: readonly ((reading: NoticeReading) => Promise<NoticeList>)[] = [overrideNotices]

/** Everything that editors should know, the newest first. They say what is internal: for those who may read that. */
export async function noticesFor(reading: NoticeReading): Promise<NoticeList> {
  const all = await Promise.all(lists.map((list) => list(reading)))
  const newest = all.flatMap((list) => list.newest).sort((one, other) => other.at.localeCompare(one.at))
  return { newest: newest.slice(0, reading.most), count: all.reduce((sum, { count }) => sum + count, 0) }
}

/** What somebody let through a gate. */
async function overrideNotices({ payload, language, most }: NoticeReading): Promise<NoticeList> {
  const [told, count] = await Promise.all([overridesTold({ payload }, most), countOverrides({ payload })])
  const newest = told.map(({ digest, key, heading, gate, part, person, staff, reason, at }) => {
    const title = `overrides.${gate}`
    const what = isMessageKey(title) ? message(language, title) : gate
    const values = { what, part: part ? partInWords(language, part) : '', person: person ?? '' }
    const text = message(language, person ? 'home.overrideAbout' : 'home.override', values)
    return { id: digest, key, heading, text, at, by: staff ?? message(language, 'home.commandLine'), reason }
  })
  return { newest, count }
}
