import type { KeyboardEvent } from 'react'
import type { EdgeId, NodeId } from '@shared/graph'
import type { CanvasActs } from './canvas-acts'
import type { View, ViewState } from '../view'
import type { CanvasModel } from './store'

/** What a key acts on. */
export type ActedOn = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

/** Where the keyboard is, or all that is selected where that is a part of it. */
export function actedOn({ focus, selection }: Pick<ViewState, 'focus' | 'selection'>): ActedOn {
  const { nodes, edges } = selection
  return { nodes: focus === null || nodes.includes(focus) ? nodes : [focus], edges }
}

/** Keys that do the same on the canvas and in the outline; false where a key is none of them. */
export function actKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  on: ActedOn,
  { view, canvas, acts }: { view: View; canvas: CanvasModel; acts: CanvasActs },
): boolean {
  if (ctrlKey || metaKey || altKey) return false
  if (key === 'Delete' || key === 'Backspace') {
    if (on.edges.length > 0) acts.onDelete(on.edges)
    return on.edges.length > 0
  }
  if (/^\d$/.test(key)) return focusMode(Number(key), on.nodes, view)
  const letter = key.toLowerCase()
  if (letter === 'p') return path(on.nodes, shiftKey, view)
  const letters: Readonly<Record<string, () => void>> = {
    e: () => on.nodes.forEach(acts.onExpand),
    c: () => {
      if (on.nodes.length > 0) acts.onConnect(on.nodes)
    },
    h: () => {
      if (on.nodes.length > 0) view.hide(on.nodes)
    },
    f: () => canvas.fit(),
    t: () => void canvas.tidy(),
    g: () => view.groupByNext(),
    '+': () => canvas.zoomBy(1.25),
    '=': () => canvas.zoomBy(1.25),
    '-': () => canvas.zoomBy(0.8),
  }
  const act = letters[letter]
  act?.()
  return act !== undefined
}

/** Only so many steps from here; nought is all. */
function focusMode(steps: number, centres: readonly NodeId[], view: View): boolean {
  view.setNear(steps === 0 || centres.length === 0 ? null : { centres, steps })
  return true
}

/** From here, and with Shift to here. */
function path([node]: readonly NodeId[], isEnd: boolean, view: View): boolean {
  if (node === undefined) return false
  if (isEnd) view.pathTo(node)
  else view.setPath({ from: node, to: null })
  return true
}
