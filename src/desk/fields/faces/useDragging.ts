'use client'
import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { type Face, newFaceId } from '#media/faces.ts'
import { type Corner, corners, drawn, moved, type Point, resized } from './regions.ts'

type Drag = { pointer: number; from: Point; hasMoved: boolean; shape: (to: Point) => Face | null }

export type Dragging = {
  /** The region as it would be if the pointer were lifted now. */
  draft: Face | null
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
  }
}

/** Draws, moves and resizes with mouse, pen and finger alike. A region is taken over once the pointer is lifted. */
export function useDragging(
  picture: RefObject<HTMLElement | null>,
  faces: readonly Face[],
  onDone: (face: Face) => void,
): Dragging {
  const drag = useRef<Drag | null>(null)
  const [draft, setDraft] = useState<Face | null>(null)
  const stop = () => {
    drag.current = null
    setDraft(null)
  }
  return {
    draft,
    handlers: {
      onPointerDown: (event) => {
        if (!picture.current || drag.current || !event.isPrimary || event.button !== 0) return
        const from = pointIn(picture.current, event)
        drag.current = { pointer: event.pointerId, from, hasMoved: false, shape: shapeFrom(event.target, faces, from) }
        picture.current.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event) => {
        if (!picture.current || drag.current?.pointer !== event.pointerId) return
        drag.current.hasMoved = true
        setDraft(drag.current.shape(pointIn(picture.current, event)))
      },
      onPointerUp: (event) => {
        if (!picture.current || drag.current?.pointer !== event.pointerId) return
        // Where it is lifted, not where it was last drawn: a quick hand is ahead of the screen.
        const face = drag.current.hasMoved ? drag.current.shape(pointIn(picture.current, event)) : null
        stop()
        if (face) onDone(face)
      },
      onPointerCancel: stop,
    },
  }
}

function pointIn(picture: HTMLElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = picture.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}

/** On a handle a region is resized, on its inside moved, elsewhere a new one is drawn. */
function shapeFrom(target: EventTarget, faces: readonly Face[], from: Point): Drag['shape'] {
  const of = (name: string) => (target instanceof Element ? target.closest(`[data-${name}]`) : null)
  const face = faces.find(({ id }) => id === of('face')?.getAttribute('data-face'))
  const corner = corners.find((one) => one === of('corner')?.getAttribute('data-corner'))
  const id = newFaceId()
  if (!face) return (to) => drawn(id, from, to)
  const by = (to: Point): Point => ({ x: to.x - from.x, y: to.y - from.y })
  return corner ? (to) => resized(face, corner satisfies Corner, by(to)) : (to) => moved(face, by(to))
}
