import type { KeyboardEvent } from 'react'
import type { EdgeId, NodeId } from '@shared/graph'
import type { GraphModel } from '../graph'
import { actedOn, actKey } from './act-keys'
import type { Canvas } from './canvas'
import type { Heading } from './walk'
import type { CanvasActs } from './canvas-acts'
import type { View } from '../view/store'

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
  const { focus, selection } = view.store.getState()
  const next = focus === null ? canvas.visibleNodes()[0] : canvas.walk(focus, heading)
  if (next !== undefined && next !== null) {
    // A relation that was walked belongs to the node that is left.
    if (selection.nodes.length === 0 && selection.edges.length > 0) view.select({})
    view.setFocus(next)
    canvas.reveal(next)
  }
  return true
}

/** Shift and an arrow: the next or the previous relation at the focused node. */
function walkRelations(heading: Heading, { graph, view, canvas }: KeyContext): boolean {
  const { focus, selection, hiddenRelations, match, filter } = view.store.getState()
  if (focus === null) return false
  const state = graph.store.getState().graph
  const drawn = new Set(canvas?.visibleNodes())
  const matching = filter.mode === 'hide' ? match?.edges : undefined
  const edges = [...(state.incident.get(focus) ?? [])].filter((id) => {
    const other = otherEnd(id, focus, state)
    const isNamed = !hiddenRelations.has(nameOf(id, state))
    return other !== null && drawn.has(other) && isNamed && matching?.has(id) !== false
  })
  const step = heading === 'right' || heading === 'down' ? 1 : -1
  const at = edges.findIndex((id) => selection.edges.includes(id))
  const next = edges.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % edges.length)
  if (next !== undefined) view.goToRelation(next)
  return true
}

type Model = ReturnType<GraphModel['store']['getState']>['graph']

const nameOf = (id: EdgeId, { edges }: Model): string => edges.get(id)?.relation ?? ''

/** Where a relation leads from one of its ends; a node that is related to itself leads to itself. */
function otherEnd(id: EdgeId, node: NodeId, { edges }: Model): NodeId | null {
  const relation = edges.get(id)
  if (relation === undefined) return null
  return relation.source === node ? relation.target : relation.source
}

/** Keys with a name, each with what it does; an act that has nothing to act on says false. */
const named: Readonly<
  Record<string, (event: KeyboardEvent<HTMLElement>, context: KeyContext) => boolean>
> = {
  Enter: ({ shiftKey }, context) =>
    (!shiftKey && crossRelation(context)) || enter(context, shiftKey),
  ' ': ({ shiftKey }, context) => enter(context, shiftKey),
  ContextMenu: (event, context) => openMenu(event.currentTarget, context),
  F10: (event, context) => event.shiftKey && openMenu(event.currentTarget, context),
  Escape: (_event, { view }) => {
    if (view.store.getState().arranging) {
      view.stopArranging()
      return true
    }
    view.select({})
    return true
  },
}

function keyAct(event: KeyboardEvent<HTMLElement>, context: KeyContext): boolean {
  const { view, canvas } = context
  const act = named[event.key]
  if (act !== undefined) return act(event, context)
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    view.select({ nodes: canvas?.visibleNodes() ?? [] })
    return true
  }
  return actKey(event, actedOn(view.store.getState()), context)
}

/** On a relation of the focused node, goes to where it leads. */
function crossRelation({ graph, view }: KeyContext): boolean {
  const { focus, selection } = view.store.getState()
  const [edge] = selection.edges
  if (focus === null || edge === undefined || selection.nodes.length > 0) return false
  const state = graph.store.getState().graph
  const next = state.incident.get(focus)?.has(edge) === true ? otherEnd(edge, focus, state) : null
  if (next !== null) view.goTo(next)
  return next !== null
}

/** Selects the focused node. With Shift it joins the selection, or leaves it. */
function enter({ view }: KeyContext, adds: boolean): boolean {
  const { focus, selection } = view.store.getState()
  if (focus === null) return false
  const others = adds ? selection.nodes.filter((id) => id !== focus) : []
  const leaves = adds && others.length < selection.nodes.length
  view.select({ nodes: leaves ? others : [...others, focus] })
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
