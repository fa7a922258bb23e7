'use client'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'

type Props = { before: string | null; after: string | null }

/** The public picture as it is and as it would be, as pictures. */
export function PictureChange({ before, after }: Props) {
  const { t } = useMessages()
  return (
    <div className="desk-pictures">
      <Picture caption={t('publish.pictureBefore')} file={before} />
      <Picture caption={t('publish.pictureAfter')} file={after} />
    </div>
  )
}

function Picture({ caption, file }: { caption: string; file: string | null }) {
  const { t } = useMessages()
  const { apiPath } = useStudio()
  return (
    <figure>
      {file ? (
        // biome-ignore lint/performance/noImgElement: Next's own would keep a copy of what may not be public.
        <img alt={caption} loading="lazy" src={apiPath(`/media/file/${encodeURIComponent(file)}`)} />
      ) : (
        <span className="desk-hint">{t('publish.nothingThere')}</span>
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
