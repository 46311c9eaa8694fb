import type { NodeId, Relation } from '../graph'
import {
  type Command,
  type Course,
  coursesOf,
  type EdgeLook,
  headAt,
  lineText,
  type Looks,
  loopOf,
  type Path,
  pieceOf,
  type Pieces,
  polygon,
  type Route,
  routeOf,
  type Rules,
} from '../picture'
import type { SceneNode, Label, SceneEdge } from './model'
import type { Chosen, DrawnNode } from './drawn-nodes'
import type { SceneOptions } from './options'

export type DrawnEdge = SceneEdge & { readonly name: string }

type Line = {
  readonly relation: Relation
  readonly source: NodeId
  readonly target: NodeId
  readonly look: EdgeLook
  readonly isStraight: boolean
}

/** The relations between what is drawn. */
export function* drawnEdges(
  options: SceneOptions,
  nodes: readonly DrawnNode[],
  rules: Rules,
  looks: Looks,
  chosen: Chosen | null,
): Pieces<DrawnEdge[]> {
  const at = new Map<NodeId, DrawnNode>(nodes.map((node) => [node.id, node]))
  const all = yield* linesOf(options, rules, looks)
  const lines = all.filter(
    ({ relation: { id }, source, target, isExtra }) =>
      at.has(source) && at.has(target) && (chosen === null || chosen.edges.has(id) || isExtra),
  )
  yield
  const edges: DrawnEdge[] = []
  for (const [place, [{ relation, look, ...ends }, course]] of bundled(lines).entries()) {
    if (place % pieceOf === 0) yield
    const [source, target] = [at.get(ends.source), at.get(ends.target)]
    if (source === undefined || target === undefined) continue
    const [from, to] = [endOf(source), endOf(target)]
    const route = source === target ? loopOf(from, course) : routeOf(from, to, course)
    const middle = route?.middle ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const words = look.isNamed ? lineText(relation, rules.standing, options.naming) : null
    edges.push({
      ...{ id: relation.id, name: relation.relation, look },
      ...(route === null ? { path: [], arrow: null } : drawn(route, look)),
      label: words === null ? null : labelAt(words, middle),
    })
  }
  return edges
}

/** All lines that may be drawn, where they are; extra ones are not in the graph. */
function* linesOf(
  { graph, picture }: SceneOptions,
  rules: Rules,
  looks: Looks,
): Pieces<(Line & { readonly isExtra: boolean })[]> {
  const ghosts = picture.ghosts.filter(({ id }) => !graph.edges.has(id))
  const gone = picture.compared?.goneEdges.filter(({ id }) => !graph.edges.has(id)) ?? []
  const lines: (Line & { readonly isExtra: boolean })[] = []
  const relations = [...graph.edges.values(), ...ghosts, ...gone]
  for (const [place, relation] of relations.entries()) {
    if (place % pieceOf === pieceOf - 1) yield
    const ends = rules.isLine(relation) ? rules.endsOf(relation) : null
    if (ends === null) continue
    const look = looks.edge(relation.relation, rules.edgeState(relation))
    const [source, target] = ends
    const isExtra = place >= graph.edges.size
    lines.push({ relation, look, source, target, isStraight: look.isStraight, isExtra })
  }
  return lines
}

/** Each line with its course beside those between the same nodes. */
function bundled(lines: readonly Line[]): (readonly [Line, Course])[] {
  const bundles = new Map<string, Line[]>()
  for (const line of lines) {
    const { source, target } = line
    const key = source < target ? `${source}|${target}` : `${target}|${source}`
    const known = bundles.get(key)
    if (known === undefined) bundles.set(key, [line])
    else known.push(line)
  }
  return [...bundles.values()].flatMap((bundle) => {
    const courses = coursesOf(bundle)
    return bundle.flatMap((line, at): (readonly [Line, Course])[] => {
      const course = courses[at]
      return course === undefined ? [] : [[line, course]]
    })
  })
}

const endOf = ({ x, y, width, height, look }: SceneNode) => ({
  ...{ x, y, width, height },
  shape: look.shape,
})

function drawn(route: Route, { head }: EdgeLook): { path: Path; arrow: Path } {
  const { corners, neck } = headAt(route, head)
  return {
    path: [['M', route.from.x, route.from.y], lineTo(route, neck)],
    arrow: polygon(corners.map(({ x, y }) => [x, y] as const)),
  }
}

/** One handle is said as two, for all writers know those. */
function lineTo({ from, handles: [one, two] }: Route, to: { x: number; y: number }): Command {
  if (one === undefined) return ['L', to.x, to.y]
  if (two !== undefined) return ['C', one.x, one.y, two.x, two.y, to.x, to.y]
  const near = (end: { x: number; y: number }): [number, number] => [
    end.x + (2 / 3) * (one.x - end.x),
    end.y + (2 / 3) * (one.y - end.y),
  ]
  return ['C', ...near(from), ...near(to), to.x, to.y]
}

const labelAt = (text: string, { x, y }: { x: number; y: number }): Label => ({
  lines: [text],
  size: 11,
  bold: false,
  at: { x, y: y + 4 },
})
