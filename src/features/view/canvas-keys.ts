import type { KeyboardEvent } from 'react'
import type { NodeId } from '@shared/graph'
import type { GraphModel } from '../graph'
import type { Canvas, Heading } from './canvas'
import type { CanvasActs } from './canvas-acts'
import type { View } from './store'

type KeyContext = { graph: GraphModel; view: View; acts: CanvasActs; canvas: Canvas | null }

const headings: Readonly<Record<string, Heading>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Keys on the canvas: arrows walk, letters act on the focused or the selected nodes. */
export function onCanvasKey(event: KeyboardEvent<HTMLElement>, context: KeyContext): void {
  const { view, canvas } = context
  if (event.target !== event.currentTarget || canvas === null) return
  const heading = headings[event.key]
  const handled =
    heading === undefined
      ? keyAct(event, context)
      : event.shiftKey
        ? walkRelations(heading, context)
        : walkNodes(heading, view, canvas)
  if (handled) event.preventDefault()
}

function walkNodes(heading: Heading, view: View, canvas: Canvas): boolean {
  const { focus } = view.store.getState()
  const next = focus === null ? canvas.visibleNodes()[0] : canvas.walk(focus, heading)
  if (next !== undefined && next !== null) {
    view.setFocus(next)
    canvas.reveal(next)
  }
  return true
}

/** Shift and an arrow: the next or the previous relation at the focused node. */
function walkRelations(heading: Heading, { graph, view }: KeyContext): boolean {
  const { focus, selection, hiddenRelations } = view.store.getState()
  if (focus === null) return false
  const state = graph.store.getState().graph
  const edges = [...(state.incident.get(focus) ?? [])].filter(
    (id) => !hiddenRelations.has(state.edges.get(id)?.relation ?? ''),
  )
  const step = heading === 'right' || heading === 'down' ? 1 : -1
  const at = edges.findIndex((id) => selection.edges.includes(id))
  const next = edges.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % edges.length)
  if (next !== undefined) view.goToRelation(next)
  return true
}

/** Keys with a name, each with what it does; an act that has nothing to act on says false. */
const named: Readonly<
  Record<string, (event: KeyboardEvent<HTMLElement>, context: KeyContext) => boolean>
> = {
  Enter: ({ shiftKey }, { view }) => selectFocus(view, shiftKey),
  ' ': ({ shiftKey }, { view }) => selectFocus(view, shiftKey),
  Delete: (_event, context) => deleteSelected(context),
  Backspace: (_event, context) => deleteSelected(context),
  ContextMenu: (event, context) => openMenu(event.currentTarget, context),
  F10: (event, context) => event.shiftKey && openMenu(event.currentTarget, context),
  Escape: (_event, { view }) => {
    view.select({})
    return true
  },
}

function keyAct(event: KeyboardEvent<HTMLElement>, context: KeyContext): boolean {
  const act = named[event.key]
  if (act !== undefined) return act(event, context)
  const control = event.ctrlKey || event.metaKey
  if (control && event.key.toLowerCase() === 'a') {
    context.view.select({ nodes: context.canvas?.visibleNodes() ?? [] })
    return true
  }
  return !control && !event.altKey && letterAct(event.key.toLowerCase(), context)
}

/** With Shift the node joins the selection, or leaves it. */
function selectFocus(view: View, adds: boolean): boolean {
  const { focus, selection } = view.store.getState()
  if (focus === null) return false
  const others = adds ? selection.nodes.filter((id) => id !== focus) : []
  const leaves = adds && others.length < selection.nodes.length
  view.select({ nodes: leaves ? others : [...others, focus] })
  return true
}

function deleteSelected({ view, acts }: KeyContext): boolean {
  const edge = view.store.getState().selection.edges[0]
  if (edge !== undefined) acts.onDelete(edge)
  return edge !== undefined
}

function letterAct(key: string, { view, acts, canvas }: KeyContext): boolean {
  const { selection, focus } = view.store.getState()
  const nodes = selection.nodes.length > 0 ? selection.nodes : focus === null ? [] : [focus]
  const letters: Readonly<Record<string, () => void>> = {
    e: () => nodes.forEach(acts.onExpand),
    c: () => {
      if (nodes[0] !== undefined) acts.onConnect(nodes[0])
    },
    h: () => view.hide(nodes),
    f: () => canvas?.fit(),
    t: () => void view.tidy(),
    '+': () => canvas?.zoomBy(1.25),
    '=': () => canvas?.zoomBy(1.25),
    '-': () => canvas?.zoomBy(0.8),
  }
  if (/^\d$/.test(key)) return focusMode(Number(key), nodes, view)
  const act = letters[key]
  act?.()
  return act !== undefined
}

/** Only so many steps from here; nought is all. */
function focusMode(steps: number, centres: readonly NodeId[], view: View): boolean {
  view.setNear(steps === 0 || centres.length === 0 ? null : { centres, steps })
  return true
}

function openMenu(frame: HTMLElement, { view, canvas, acts }: KeyContext): boolean {
  const { focus, selection } = view.store.getState()
  const edge = selection.edges[0]
  const corner = frame.getBoundingClientRect()
  const box = focus === null ? null : (canvas?.boxOf(focus) ?? null)
  const at =
    box === null
      ? { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 }
      : { x: corner.x + box.x + box.width, y: corner.y + box.y + box.height }
  if (edge !== undefined) acts.onMenu({ kind: 'edge', id: edge }, at)
  else acts.onMenu(focus === null ? { kind: 'background' } : { kind: 'node', id: focus }, at)
  return true
}
