'use client'
import { Button } from '@payloadcms/ui'
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Face, faceLimits, newFaceId } from '#media/faces.ts'
import { useMessages } from '../../language/useMessages.ts'
import { FaceRegion, inWords } from './FaceRegion.tsx'
import { placedAt, steered } from './regions.ts'
import { useDragging } from './useDragging.ts'

type Props = {
  address: string
  faces: readonly Face[]
  isReadOnly: boolean
  onChange: (faces: Face[]) => void
}

/** Times the size at which the whole picture is seen. */
const zooms = [1, 1.5, 2, 3, 4, 6] as const
/** How far one press of an arrow key goes, of what is seen. */
const keyStep = 0.01

/** The picture and its regions: drawn, moved, resized and removed by pointer and by keyboard. */
export function MarkedPicture({ address, faces, isReadOnly, onChange }: Props) {
  const { t } = useMessages()
  const helpId = useId()
  const [picture, view] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const [ratio, setRatio] = useState(1)
  const [isUnreadable, setUnreadable] = useState(false)
  const [zoom, setZoom] = useState(0)
  const [isPanning, setPanning] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const focusNext = useFocusAfterChange(picture, faces)

  const keep = (face: Face) => {
    const isNew = !faces.some(({ id }) => id === face.id)
    const now = isNew ? [...faces, face] : faces.map((one) => (one.id === face.id ? face : one))
    if (now.length > faceLimits.most) return setSaid(t('media.faces.fault.TOO_MANY', { most: faceLimits.most }))
    onChange(now)
    setSaid(inWords(t, face, now))
    focusNext(face.id)
  }
  const remove = (face: Face) => {
    const at = faces.indexOf(face)
    const left = faces.filter((one) => one !== face)
    onChange(left)
    setSaid(`${t('media.faces.removed', { number: at + 1 })} ${t('media.faces.marked', { count: left.length })}`)
    focusNext((left[at] ?? left.at(-1))?.id ?? null)
  }
  const add = () => {
    const scale = zooms[zoom] ?? 1
    keep(placedAt(newFaceId(), middleSeen(view.current, picture.current), ratio, 0.15 / scale))
  }
  /** What was in the middle stays there. */
  const zoomTo = (to: number) => {
    const middle = middleSeen(view.current, picture.current)
    flushSync(() => setZoom(to))
    const [seen, whole] = [view.current, picture.current]
    if (seen && whole)
      seen.scrollTo({
        left: middle.x * whole.offsetWidth - seen.clientWidth / 2,
        top: middle.y * whole.offsetHeight - seen.clientHeight / 2,
      })
  }
  const onKeyDown = (face: Face) => (event: KeyboardEvent) => {
    if (isReadOnly) return
    const next = steered(face, event.key, event.shiftKey, keyStep / (zooms[zoom] ?? 1))
    if (!next && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    if (next) keep(next)
    else remove(face)
  }

  const { draft, handlers } = useDragging(picture, faces, keep)
  const shown = draft ? [...faces.filter(({ id }) => id !== draft.id), draft] : faces
  const inOrder = [...faces.map((face) => shown.find(({ id }) => id === face.id) ?? face), ...newIn(shown, faces)]
  const selected = faces.find(({ id }) => id === chosen)
  const size = { '--zoom': zooms[zoom], '--ratio': ratio } as CSSProperties
  if (isUnreadable) return <p className="desk-hint">{t('media.faces.notShown')}</p>
  return (
    <>
      {!isReadOnly && (
        <p className="desk-hint" id={helpId}>
          {t('media.faces.howTo')}
        </p>
      )}
      <div className="desk-faces__view" ref={view}>
        <figure
          aria-label={t('media.faces.picture')}
          className={`desk-faces__picture${isReadOnly || isPanning ? '' : ' desk-faces__picture--drawn'}`}
          ref={picture}
          style={size}
          {...(!isReadOnly && !isPanning && handlers)}
        >
          {/* biome-ignore lint/performance/noImgElement: Next's own would keep a copy of what may not be public. */}
          <img
            alt=""
            draggable={false}
            onError={() => setUnreadable(true)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
            src={address}
          />
          {inOrder.map((face, index) => (
            <FaceRegion
              face={face}
              helpId={helpId}
              isReadOnly={isReadOnly}
              key={face.id}
              label={inWords(t, face, inOrder, index)}
              number={index + 1}
              onChoose={() => setChosen(face.id)}
              onKeyDown={onKeyDown(face)}
            />
          ))}
        </figure>
      </div>
      <div className="desk-faces__tools">
        {!isReadOnly && (
          <>
            <Button
              buttonStyle="secondary"
              id="action-add-face"
              margin={false}
              onClick={add}
              size="small"
              type="button"
            >
              {t('media.faces.add')}
            </Button>
            {selected && (
              <Button
                buttonStyle="secondary"
                id="action-remove-face"
                margin={false}
                onClick={() => remove(selected)}
                size="small"
                type="button"
              >
                {t('media.faces.remove', { number: faces.indexOf(selected) + 1 })}
              </Button>
            )}
          </>
        )}
        <Button
          aria-label={t('media.faces.zoomOut')}
          buttonStyle="secondary"
          disabled={zoom === 0}
          margin={false}
          onClick={() => zoomTo(zoom - 1)}
          size="small"
          tooltip={t('media.faces.zoomOut')}
          type="button"
        >
          −
        </Button>
        <Button
          aria-label={t('media.faces.zoomIn')}
          buttonStyle="secondary"
          disabled={zoom === zooms.length - 1}
          id="action-zoom-faces"
          margin={false}
          onClick={() => zoomTo(zoom + 1)}
          size="small"
          tooltip={t('media.faces.zoomIn')}
          type="button"
        >
          +
        </Button>
        {zoom > 0 && !isReadOnly && (
          <Button
            buttonStyle={isPanning ? 'primary' : 'secondary'}
            extraButtonProps={{ 'aria-pressed': isPanning }}
            margin={false}
            onClick={() => setPanning(!isPanning)}
            size="small"
            type="button"
          >
            {t('media.faces.pan')}
          </Button>
        )}
        <span>{t('media.faces.marked', { count: faces.length })}</span>
      </div>
      <output aria-live="polite" className="desk-only-heard">
        {said}
      </output>
    </>
  )
}

const newIn = (shown: readonly Face[], faces: readonly Face[]): Face[] =>
  shown.filter((one) => !faces.some(({ id }) => id === one.id))

/** The middle of what is seen of the picture, as fractions of it. */
function middleSeen(view: HTMLElement | null, picture: HTMLElement | null): { x: number; y: number } {
  if (!view || !picture) return { x: 0.5, y: 0.5 }
  const [seen, whole] = [view.getBoundingClientRect(), picture.getBoundingClientRect()]
  return {
    x: (seen.left + Math.min(seen.width, whole.width) / 2 - whole.left) / whole.width,
    y: (seen.top + Math.min(seen.height, whole.height) / 2 - whole.top) / whole.height,
  }
}

/** Focuses a region once the form holds it; null: the button that adds one. */
function useFocusAfterChange(picture: { current: HTMLElement | null }, faces: readonly Face[]) {
  const next = useRef<string | null | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be focused is there after the faces have changed.
  useEffect(() => {
    if (next.current === undefined) return
    const regions = [...(picture.current?.querySelectorAll<HTMLElement>('[data-face]') ?? [])]
    const region = regions.find(({ dataset }) => dataset.face === next.current)
    if (next.current === null) document.getElementById('action-add-face')?.focus()
    else region?.focus({ preventScroll: true })
    next.current = undefined
  }, [faces])
  return (id: string | null) => {
    next.current = id
  }
}
