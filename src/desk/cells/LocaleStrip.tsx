'use client'
// Slot: admin.components.Cell of the field `publishedIn` = '/src/desk/cells/LocaleStrip.tsx#LocaleStrip'
import type { DefaultCellComponentProps } from 'payload'
import { useMessages } from '../language/useMessages.ts'
import { partMarks } from './partMarks.ts'
import { markWords } from './strip.ts'
import './strip.css'

/** One column that says, at a glance, in which locales a document is public and where changes wait. */
export function LocaleStrip({ rowData }: Pick<DefaultCellComponentProps, 'rowData'>) {
  const { t } = useMessages()
  return (
    <ul aria-label={t('publish.wherePublic')} className="desk-strip">
      {partMarks(rowData).map(({ part, short, name, mark }) => {
        const meaning = `${name ?? t('publish.facts')}: ${t(markWords[mark])}`
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
