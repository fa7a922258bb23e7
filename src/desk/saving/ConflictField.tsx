'use client'
import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import type { ClientField, RelationshipFieldClient, StaticLabel, UploadFieldClient } from 'payload'
import { useId } from 'react'
import { localeInWords } from '#locales/fieldInWords.ts'
import { useMessages } from '../language/useMessages.ts'
import { Difference } from '../text/Difference.tsx'
import { plainText } from '../text/plainText.ts'
import type { Choice, FieldConflict } from './conflicts.ts'
import { type Related, relatedIn } from './headings.ts'
import { useFieldNames } from './useFieldNames.ts'
import { useHeadings } from './useHeadings.ts'

type Props = { conflict: FieldConflict; choice: Choice | undefined; onChoose: (choice: Choice) => void }

/** One field in dispute: both versions against what was opened, and whose words to keep. */
export function ConflictField({ conflict, choice, onChoose }: Props) {
  const { t } = useMessages()
  const { i18n } = useTranslation()
  const name = useId()
  const { name: label, field } = useFieldNames()(conflict.path)
  const { base, mine, theirs } = conflict
  const headingOf = useHeadings([base, mine, theirs].flatMap((value) => relatedBy(field, value)))
  const said = (value: unknown) =>
    isRelation(field)
      ? relatedBy(field, value).map(headingOf)
      : inWords(field, value, (label) => getTranslation(label, i18n))
  const isPlainText = field?.type === 'text' || field?.type === 'textarea'
  const edited = choice?.edited
  return (
    <fieldset className="desk-conflict__field" data-path={conflict.path}>
      <legend>
        {label}
        {conflict.locale && ` (${localeInWords(conflict.locale)})`}
      </legend>
      <Side
        checked={choice?.side === 'mine' && edited === undefined}
        group={name}
        heading={t('conflict.yours')}
        label={t('conflict.keepMine')}
        lang={conflict.locale}
        onChoose={() => onChoose({ side: 'mine' })}
        value={<Difference after={said(conflict.mine)} before={said(conflict.base)} />}
      />
      <Side
        checked={choice?.side === 'theirs'}
        group={name}
        heading={t('conflict.theirs')}
        label={t('conflict.takeTheirs')}
        lang={conflict.locale}
        onChoose={() => onChoose({ side: 'theirs' })}
        value={<Difference after={said(conflict.theirs)} before={said(conflict.base)} />}
      />
      {isPlainText && (
        <div className="desk-conflict__edit">
          <label>
            <input
              checked={edited !== undefined}
              name={name}
              onChange={() => onChoose({ side: 'mine', edited: plainText(conflict.mine) })}
              type="radio"
            />{' '}
            {t('conflict.edit')}
          </label>
          {edited !== undefined && (
            <textarea
              aria-label={t('conflict.editedWords', { field: label })}
              dir="auto"
              lang={conflict.locale}
              onChange={(event) => onChoose({ side: 'mine', edited: event.target.value })}
              rows={4}
              value={edited}
            />
          )}
        </div>
      )}
    </fieldset>
  )
}

function isRelation(field: ClientField | null): field is RelationshipFieldClient | UploadFieldClient {
  return field?.type === 'relationship' || field?.type === 'upload'
}

function relatedBy(field: ClientField | null, value: unknown): Related[] {
  return isRelation(field) ? relatedIn(field.relationTo, value) : []
}

/** Controlled words by their labels, as the form shows them; anything else as it is. */
function inWords(field: ClientField | null, value: unknown, labelOf: (label: StaticLabel) => string): unknown {
  if (field?.type !== 'select') return value
  if (Array.isArray(value)) return value.map((one) => inWords(field, one, labelOf))
  const option = field.options.find((one) => typeof one === 'object' && one.value === value)
  // Options of the browser's form have labels, never functions: Payload has called them.
  return typeof option === 'object' ? labelOf(option.label as StaticLabel) : value
}

type SideProps = {
  group: string
  heading: string
  label: string
  lang: string | undefined
  checked: boolean
  onChoose: () => void
  value: React.ReactNode
}

function Side({ group, heading, label, lang, checked, onChoose, value }: SideProps) {
  const id = useId()
  return (
    <div className="desk-conflict__side">
      <strong>{heading}</strong>
      <div id={id} lang={lang}>
        {value}
      </div>
      <label>
        <input aria-describedby={id} checked={checked} name={group} onChange={onChoose} type="radio" /> {label}
      </label>
    </div>
  )
}
