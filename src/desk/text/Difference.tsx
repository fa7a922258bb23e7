'use client'
import { plainText } from './plainText.ts'
import { wordDiff } from './wordDiff.ts'
import './difference.css'

const tags = { same: 'span', added: 'ins', removed: 'del' } as const

/** Two values as one text in which removed words are struck and added words underlined. */
export function Difference({ before, after }: { before: unknown; after: unknown }) {
  const parts = wordDiff(plainText(before), plainText(after))
  return (
    <span className="desk-difference" dir="auto">
      {parts.map((part, index) => {
        const Tag = tags[part.kind]
        // The parts of one difference never move: their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <Tag key={index}>{part.text}</Tag>
      })}
    </span>
  )
}
