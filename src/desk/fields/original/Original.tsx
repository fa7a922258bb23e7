// Slot: admin.components.Field of `told`: whoever may not read what is internal gets neither.
import type { I18n } from '@payloadcms/translations'
import type { Told } from '#media/originals/told.ts'
import { message } from '#messages/message.ts'
import { OpenOriginal } from './OpenOriginal.tsx'
import { toldInWords } from './toldInWords.ts'
import '../fields.css'

type Props = { id?: number | string; data: { told?: Told | null }; i18n: I18n }

/** What the sealed original would have told, and the way to open it. */
export function Original({ id, data, i18n }: Props) {
  if (!id) return null
  const { language } = i18n
  const sentences = toldInWords(data.told, language)
  return (
    <section aria-label={message(language, 'media.original.title')} className="desk-original">
      <h3>{message(language, 'media.fields.told.label')}</h3>
      {sentences.length === 0 && <p>{message(language, 'media.told.nothing')}</p>}
      <ul>
        {sentences.map((sentence) => (
          <li dir="auto" key={sentence}>
            {sentence}
          </li>
        ))}
      </ul>
      <p className="desk-hint">{message(language, 'media.fields.told.help')}</p>
      <OpenOriginal id={String(id)} />
    </section>
  )
}
