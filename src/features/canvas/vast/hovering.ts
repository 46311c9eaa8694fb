import type { EdgeId, NodeId } from '@shared/graph'
import { shortTitle } from '../../picture'
import type { CanvasEvents, Spot as Meant } from '../canvas'
import type { Spot } from '../gesture'
import { createResting } from '../resting'
import type { Drawing } from './drawing'
import { createHighlight, nearScene } from './highlight'
import type { Scene } from './scene'
import type { Under } from './under'
import type { View } from './view'

type Options = {
  readonly surface: HTMLElement
  readonly drawing: Drawing
  readonly view: () => View
  readonly under: (spot: Spot) => Under
  readonly over: (id: NodeId) => void
  readonly meant: (what: Under) => Meant
  readonly onRest: CanvasEvents['onRest']
}

/** What the pointer rests on stands out with all that it is related to. */
export function createHovering({ surface, drawing, view, under, over, meant, onRest }: Options) {
  const highlight = createHighlight(surface)
  const resting = createResting(onRest)
  /** Where the pointer is, and what was there in which scene. */
  let spot: Spot | null = null
  let hovered: NodeId | EdgeId | null = null
  let seen: { readonly scene: Scene; readonly lay: string } | null = null
  let isShown = false

  const now = () => {
    const { zoom, pan } = view()
    return { scene: drawing.current(), lay: `${zoom} ${pan.x} ${pan.y}` }
  }
  const calm = () => {
    resting.end()
    hovered = null
    isShown = false
    highlight.show(null, [], view())
  }
  const emphasise = (what: Exclude<Under, { kind: 'nothing' }>) => {
    const titles = drawing.rows.nodes.map((row) =>
      row === null ? undefined : shortTitle(row.entity.title),
    )
    isShown = true
    highlight.show(nearScene(drawing.current(), what, drawing.textAt), titles, view())
  }
  const idOf = (what: Under): NodeId | EdgeId | null =>
    what.kind === 'node'
      ? drawing.idAt(what.at)
      : what.kind === 'line'
        ? drawing.edgeIdAt(what.at)
        : null
  /** Looks what is under the pointer, and gives whether that is what was there before. */
  const look = (at: Spot): { readonly what: Under; readonly isSame: boolean } => {
    const what = under(at)
    const id = idOf(what)
    const isSame = id === hovered
    if (!isSame) calm()
    hovered = id
    seen = now()
    return { what, isSame }
  }
  return {
    calm: () => {
      spot = null
      calm()
    },
    hover: (next: Spot | null) => {
      spot = next
      if (next === null) {
        calm()
        return
      }
      const { what, isSame } = look(next)
      if (isSame || what.kind === 'nothing') return
      const id = what.kind === 'node' ? drawing.idAt(what.at) : null
      if (id !== null) over(id)
      const spotMeant = meant(what)
      if (spotMeant.kind === 'background') return
      resting.begin(spotMeant, next, () => {
        const { what: still, isSame: rests } = look(next)
        if (rests && still.kind !== 'nothing') emphasise(still)
      })
    },
    /** The picture was drawn again: something else may be under a pointer that rests. */
    follow: () => {
      if (spot !== null && hovered !== null) {
        const { scene, lay } = now()
        const isOther = scene !== seen?.scene
        if (isOther || lay !== seen?.lay) {
          const { what, isSame } = look(spot)
          if (isOther && isSame && isShown && what.kind !== 'nothing') emphasise(what)
        }
      }
      highlight.follow(view())
    },
    destroy: () => {
      resting.end()
      highlight.destroy()
    },
  }
}
