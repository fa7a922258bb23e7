'use client'
// Slot: admin.components.Cell of the field `publishedIn` = '/src/desk/cells/LocaleStrip.tsx#LocaleStrip'
import type { DefaultCellComponentProps } from 'payload'
import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import { useWords } from '../useWords.ts'
import { markOf, markWords, shortCode } from './strip.ts'
import './strip.css'

const parts: { part: Part; short: string; name: string | null }[] = [
  { part: 'facts', short: '◆', name: null },
  ...locales.map(({ code, name }) => ({ part: code, short: shortCode(code), name })),
]

/** One column that says, at a glance, in which locales a document is public and where changes wait. */
export function LocaleStrip({ rowData }: DefaultCellComponentProps) {
  const { say } = useWords()
  const publishedIn = partsIn(rowData?.publishedIn)
  const pendingIn = partsIn(rowData?.pendingIn)
  return (
    <ul aria-label={say('stripAll')} className="desk-strip">
      {parts.map(({ part, short, name }) => {
        const mark = markOf(part, publishedIn, pendingIn)
        const meaning = `${name ?? say('facts')}: ${say(markWords[mark])}`
        return (
          <li className={`desk-strip__mark desk-strip__mark--${mark}`} key={part} title={meaning}>
            <span aria-hidden="true">{short}</span>
            <span className="desk-only-heard">{meaning}</span>
          </li>
        )
      })}
    </ul>
  )
}

function partsIn(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter((one): one is Part => typeof one === 'string') : []
}
