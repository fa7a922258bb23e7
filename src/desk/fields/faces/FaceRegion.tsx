'use client'
import type { KeyboardEvent } from 'react'
import type { Face } from '#media/faces.ts'
import type { Translate } from '../../language/useMessages.ts'
import { corners } from './regions.ts'

type Props = {
  face: Face
  number: number
  label: string
  helpId: string
  isReadOnly: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`

/** One region. Its keys are its own: a screen reader hands them on to an application. */
export function FaceRegion({ face, number, label, helpId, isReadOnly, onChoose, onKeyDown }: Props) {
  const { id, x, y, width, height } = face
  // The picture is the same in every direction of writing.
  const style = { left: percent(x), top: percent(y), width: percent(width), height: percent(height) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is that of an application, which is not known to the rule.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above.
    <div
      aria-label={label}
      className="desk-face"
      data-face={id}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
      style={style}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
      tabIndex={0}
      {...(isReadOnly ? { role: 'img' } : { role: 'application', 'aria-describedby': helpId })}
    >
      <span aria-hidden="true" className="desk-face__number">
        {number}
      </span>
      {!isReadOnly &&
        corners.map((corner) => (
          <span
            aria-hidden="true"
            className={`desk-face__corner desk-face__corner--${corner}`}
            data-corner={corner}
            key={corner}
          />
        ))}
    </div>
  )
}

/** Which of how many, where and how large, in whole percent. */
export function inWords(t: Translate, face: Face, all: readonly Face[], at = all.indexOf(face)): string {
  const whole = (fraction: number) => Math.round(fraction * 100)
  const { x, y, width, height } = face
  const place = { x: whole(x), y: whole(y), width: whole(width), height: whole(height) }
  return t('media.faces.face', { number: at + 1, count: all.length, ...place })
}
