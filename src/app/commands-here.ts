import { checkDelete } from '@shared/edit'
import { actedOn } from '../features/canvas'
import type { Command } from './command'
import type { Desk } from './desk'
import type { Session } from './session'

/** Acts on what is selected, or on the node the keyboard is on. */
export function hereCommands(session: Session, desk: Desk): Command[] {
  const { nodes } = actedOn(session.view.store.getState())
  return [
    ...(nodes.length === 0 ? [] : nodesCommands(session, nodes)),
    ...(nodes[0] === undefined || nodes.length > 1 ? [] : nodeCommands(session, desk, nodes[0])),
    ...relationCommands(session),
  ]
}

type Nodes = ReturnType<typeof actedOn>['nodes']

const mayEdit = ({ edits }: Session): boolean => edits.store.getState().readOnly === null

function nodesCommands(session: Session, nodes: Nodes): Command[] {
  const { acts, view, edits, graph } = session
  const [first] = nodes
  const what =
    nodes.length === 1 && first !== undefined
      ? `“${graph.titleOf(first)}”`
      : `${nodes.length} nodes`
  const pinned = nodes.every((id) => view.store.getState().pinned.has(id))
  return [
    { title: `Expand ${what}`, keys: 'E', run: () => nodes.forEach(acts.expand) },
    ...(mayEdit(session)
      ? [{ title: `Connect ${what} to…`, keys: 'C', run: () => edits.connectFrom(nodes) }]
      : []),
    { title: `Hide ${what}`, keys: 'H', run: () => view.hide(nodes) },
    pinned
      ? { title: `Release ${what}`, run: () => view.release(nodes) }
      : { title: `Pin ${what} here`, run: () => view.pin(nodes) },
    ...[1, 2, 3].map((steps) => ({
      title: `Focus: ${steps} ${steps === 1 ? 'step' : 'steps'} from ${what}`,
      keys: String(steps),
      run: () => view.setNear({ centres: nodes, steps }),
    })),
  ]
}

function nodeCommands({ view, graph, crawl }: Session, desk: Desk, id: Nodes[number]): Command[] {
  const title = graph.titleOf(id)
  const from = view.store.getState().path?.from
  const entity = graph.store.getState().graph.nodes.get(id)
  return [
    { title: `Expand “${title}” by…`, run: () => desk.expandBy(id) },
    { title: `Probe relation names at “${title}”…`, run: () => desk.probe(id) },
    {
      title: `Choose “${title}” as the start of a crawl`,
      run: () => {
        if (entity !== undefined) crawl.setStart(entity)
        desk.showTab('crawl')
      },
    },
    {
      title: `Path from “${title}”`,
      keys: 'P',
      run: () => view.setPath({ from: id, to: null }),
    },
    ...(from === undefined || from === id
      ? []
      : [{ title: `Path to “${title}”`, keys: 'Shift P', run: () => view.pathTo(id) }]),
  ]
}

function relationCommands(session: Session): Command[] {
  const { view, graph, edits, acts } = session
  const { edges } = graph.store.getState().graph
  const relations = view.store.getState().selection.edges.flatMap((id) => edges.get(id) ?? [])
  const free = relations.filter(({ relation }) => checkDelete(relation) === null)
  const [first] = free
  if (first === undefined || !mayEdit(session)) return []
  const what = free.length === 1 ? `relation “${first.relation}”` : `${free.length} relations`
  return [
    { title: `Delete ${what}…`, keys: 'Delete', run: () => edits.askDelete(free) },
    { title: `Rename ${what}…`, run: () => edits.ask({ kind: 'retype', relations: free }) },
    ...(free.length === 1
      ? [{ title: `Flip ${what}`, run: () => void acts.flipRelation(first) }]
      : []),
  ]
}
