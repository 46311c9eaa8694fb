import type { KeyboardEvent } from 'react'
import type { EdgeId, NodeId } from '@shared/graph'
import type { GraphModel } from '../graph'
import { type PictureModel, shownOf, standInsOf } from '../picture'
import type { View } from '../view'
import { actedOn, actedOnAt } from './acted-on'
import type { Canvas, Spot } from './canvas'
import type { Heading } from './walk'
import type { CanvasActs } from './canvas-acts'
import type { CanvasModel } from './store'

type KeyContext = {
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
  readonly acts: CanvasActs
}

const headings: Readonly<Record<string, Heading>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Keys on the canvas: arrows walk, letters act on the focused or the selected nodes. */
export function onCanvasKey(event: KeyboardEvent<HTMLElement>, context: KeyContext): void {
  const { mounted } = context.canvas.store.getState()
  if (event.target !== event.currentTarget || mounted === null) return
  const heading = headings[event.key]
  const handled =
    heading === undefined
      ? keyAct(event, context)
      : event.shiftKey
        ? walkRelations(heading, context)
        : walkNodes(heading, context, mounted)
  if (handled) event.preventDefault()
}

function walkNodes(heading: Heading, { view, picture }: KeyContext, canvas: Canvas): boolean {
  const { focus, selection } = placeOf({ view, picture })
  const next = focus === null ? canvas.visibleNodes()[0] : canvas.walk(focus, heading)
  // A relation that was walked is left, also where no node stands that way: the keyboard is back on
  // the node.
  if (selection.nodes.length === 0 && selection.edges.length > 0) view.select({})
  if (next !== undefined && next !== null) {
    view.setFocus(next)
    canvas.reveal(next)
  }
  return true
}

/** Shift and an arrow: the next or the previous relation at the focused node. */
function walkRelations(heading: Heading, { graph, view, picture }: KeyContext): boolean {
  const { focus, selection } = placeOf({ view, picture })
  if (focus === null) return false
  const state = graph.store.getState().graph
  const { isEdge } = shownOf(picture.store.getState())
  const edges = [...(state.incident.get(focus) ?? [])].filter((id) => {
    const relation = state.edges.get(id)
    return relation !== undefined && isEdge(relation)
  })
  const step = heading === 'right' || heading === 'down' ? 1 : -1
  const at = edges.findIndex((id) => selection.edges.includes(id))
  const next = edges.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % edges.length)
  if (next !== undefined) view.goToRelation(next)
  return true
}

/** Where the keyboard is. What a folded group has taken in is where the one is that stands for it. */
function placeOf({ view, picture }: Pick<KeyContext, 'view' | 'picture'>) {
  const { focus, selection } = view.store.getState()
  const standIns = standInsOf(picture.store.getState().folds)
  return { focus: focus === null ? null : (standIns.get(focus) ?? focus), selection }
}

type Model = ReturnType<GraphModel['store']['getState']>['graph']

/** Where a relation leads from one of its ends; a node that is related to itself leads to itself. */
function otherEnd(id: EdgeId, node: NodeId, { edges }: Model): NodeId | null {
  const relation = edges.get(id)
  if (relation === undefined) return null
  return relation.source === node ? relation.target : relation.source
}

type NamedKey = {
  readonly keys: readonly string[]
  /** What it does, for the sheet of keys. */
  readonly title: string
  /** An act that has nothing to act on says false. */
  readonly run: (event: KeyboardEvent<HTMLElement>, context: KeyContext) => boolean
}

/** Keys with a name, each with what it does. */
const named: Readonly<Record<string, NamedKey>> = {
  Enter: {
    keys: ['Enter'],
    title: 'Select; on a relation, go to its other node',
    run: ({ shiftKey }, context) =>
      (!shiftKey && crossRelation(context)) || enter(context, shiftKey),
  },
  ' ': {
    keys: ['Shift+Enter', 'Shift+Space'],
    title: 'Add to the selection, or take out',
    run: ({ shiftKey }, context) => enter(context, shiftKey),
  },
  Escape: {
    keys: ['Escape'],
    title: 'Select nothing; stop a layout',
    run: (_event, { view, canvas }) => {
      if (canvas.store.getState().arranging) canvas.stopArranging()
      else view.select({})
      return true
    },
  },
  ContextMenu: {
    keys: ['Menu', 'Shift+F10'],
    title: 'The menu of the node or relation',
    run: (event, context) => openMenu(event.currentTarget, context),
  },
}

/** The keys of the canvas itself, for the sheet of keys. */
export const canvasKeys: readonly Pick<NamedKey, 'keys' | 'title'>[] = [
  { keys: ['Arrows'], title: 'Walk from node to node' },
  { keys: ['Shift+Arrows'], title: 'Walk the relations of the node' },
  ...Object.values(named),
]

function keyAct(event: KeyboardEvent<HTMLElement>, context: KeyContext): boolean {
  const isMenu = event.key === 'F10' && event.shiftKey
  const own = named[isMenu ? 'ContextMenu' : event.key]
  return (
    own?.run(event, context) ??
    context.acts.onKey(event, context.picture.whole(actedOn(placeOf(context))))
  )
}

/** On a relation of the focused node, goes to where it leads. */
function crossRelation({ graph, view, picture }: KeyContext): boolean {
  const { focus, selection } = placeOf({ view, picture })
  const [edge] = selection.edges
  if (focus === null || edge === undefined || selection.nodes.length > 0) return false
  const state = graph.store.getState().graph
  const next = state.incident.get(focus)?.has(edge) === true ? otherEnd(edge, focus, state) : null
  if (next !== null) view.goTo(next)
  return next !== null
}

/** Selects the focused node. With Shift it joins the selection, or leaves it. */
function enter({ view, picture }: KeyContext, adds: boolean): boolean {
  const { focus, selection } = placeOf({ view, picture })
  if (focus === null) return false
  const others = adds ? selection.nodes.filter((id) => id !== focus) : []
  const leaves = adds && others.length < selection.nodes.length
  picture.select({ nodes: leaves ? others : [...others, focus] })
  return true
}

function openMenu(frame: HTMLElement, { view, picture, canvas, acts }: KeyContext): boolean {
  const place = placeOf({ view, picture })
  const { focus } = place
  const edge = place.selection.edges[0]
  const corner = frame.getBoundingClientRect()
  const { mounted } = canvas.store.getState()
  const box = focus === null ? null : (mounted?.boxOf(focus) ?? null)
  const at =
    box === null
      ? { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 }
      : { x: corner.x + box.x + box.width, y: corner.y + box.y + box.height }
  const spot: Spot =
    edge !== undefined
      ? { kind: 'edge', id: edge }
      : focus === null
        ? { kind: 'background' }
        : { kind: 'node', id: focus }
  acts.onMenu(spot, picture.whole(actedOnAt(spot, place)), at)
  return true
}
