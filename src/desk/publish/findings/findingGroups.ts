import { groupedBy } from '#base/groupedBy.ts'
import type { GateMessage } from '../publication.ts'

/** What is found in one document, and which of it can be answered together: places that are about the same person. */
export type FindingGroup = { document: string; messages: GateMessage[]; together: string[][] }

/** Document by document, in the order of finding. */
export function findingGroups(messages: readonly GateMessage[]): FindingGroup[] {
  return [...groupedBy(messages, ({ document }) => document)].map(([document, ofDocument]) => {
    const answerable = ofDocument.filter(({ confirm, notYours }) => confirm && !notYours)
    const digests = [...groupedBy(answerable, ({ about = '' }) => about).values()].map((ofPerson) => [
      ...new Set(ofPerson.flatMap(({ confirm }) => confirm ?? [])),
    ])
    return { document, messages: ofDocument, together: digests.filter(({ length }) => length > 1) }
  })
}

/** The answers after a click: all of these, or none of them where all were there. */
export function withAnswers(before: ReadonlySet<string>, digests: readonly string[]): ReadonlySet<string> {
  const isAnswered = digests.every((digest) => before.has(digest))
  return new Set(isAnswered ? [...before].filter((digest) => !digests.includes(digest)) : [...before, ...digests])
}
