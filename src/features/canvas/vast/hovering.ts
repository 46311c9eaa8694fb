import type { NodeId } from '@shared/graph'
import { shortTitle } from '../../picture'
import type { Drawing } from './drawing'
import { createHighlight, nearScene } from './highlight'
import { isSameUnder, type Under } from './under'
import type { View } from './view'

/** Crossing the picture must not flicker, ms. */
const patience = 120

type Options = {
  readonly surface: HTMLElement
  readonly drawing: Drawing
  readonly view: () => View
  readonly over: (id: NodeId) => void
}

/** What the pointer rests on stands out with all that it is related to. */
export function createHovering({ surface, drawing, view, over }: Options) {
  const highlight = createHighlight(surface)
  let timer: ReturnType<typeof setTimeout> | undefined
  let hovered: Under = { kind: 'nothing' }

  const calm = () => {
    if (hovered.kind === 'nothing') return
    clearTimeout(timer)
    hovered = { kind: 'nothing' }
    highlight.show(null, [], view())
  }
  const emphasise = (what: Exclude<Under, { kind: 'nothing' }>) => {
    const nameOf = (line: number) => drawing.relationAt(line)?.relation ?? ''
    const titles = drawing.rows.nodes.map((row) =>
      row === null ? undefined : shortTitle(row.entity.title),
    )
    highlight.show(nearScene(drawing.current(), what, nameOf), titles, view())
  }
  return {
    calm,
    hover: (now: Under) => {
      if (isSameUnder(now, hovered)) return
      calm()
      hovered = now
      if (now.kind === 'nothing') return
      const id = now.kind === 'node' ? drawing.idAt(now.at) : null
      if (id !== null) over(id)
      timer = setTimeout(() => emphasise(now), patience)
    },
    /** The picture was drawn again. */
    follow: () => highlight.follow(view()),
    destroy: () => {
      clearTimeout(timer)
      highlight.destroy()
    },
  }
}
