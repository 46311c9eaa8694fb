import type { Core, EdgeSingular, NodeSingular } from 'cytoscape'
import { EdgeId, endsOf, type Entity, type Graph, NodeId, type Relation } from '@shared/graph'
import { placeGone, type Point } from '../../layout'
import {
  coursesOf,
  type EdgeLook,
  lineText,
  type Looks,
  mostMust,
  breakable,
  nodeText,
  onScreen,
  type Picture,
  type Rules,
} from '../../picture'
import { straight, valuesOfCourse } from './course-values'
import { edgeElement, edgeIdOf, nodeElement, nodeIdOf } from './elements'
import { valuesOfEdge, valuesOfNode } from './look-values'
import { beyond } from './style'

/** What is drawn, and the rules of its picture. */
export type Said = {
  readonly graph: Graph
  readonly picture: Picture
  readonly rules: Rules
  readonly looks: Looks
}

/** Tells each element whether, where and how it is drawn; only what has changed is touched. */
export function drawPicture(cy: Core, said: Said): void {
  putExtras(cy, said)
  const entities = new Map(said.picture.compared?.goneNodes.map((node) => [node.id, node]))
  cy.nodes().forEach((node) => {
    const id = nodeIdOf(node)
    const entity = said.graph.nodes.get(id) ?? entities.get(id)
    if (entity !== undefined) drawNode(node, entity, said)
  })
  drawLines(cy, said)
}

/** What is drawn without being in the graph: relations that are promised, and what is gone. */
function putExtras(cy: Core, { graph, picture: { ghosts, compared } }: Said): void {
  const relations = [...ghosts, ...(compared?.goneEdges ?? [])]
  const wanted = new Set<string>([
    ...relations.map(({ id }) => id),
    ...(compared?.goneNodes.map(({ id }) => id) ?? []),
  ])
  cy.elements('.extra').forEach((element) => {
    const id = element.id()
    const isReal = element.isNode()
      ? graph.nodes.has(NodeId.parse(id))
      : graph.edges.has(EdgeId.parse(id))
    if (isReal) element.removeClass('extra')
    else if (!wanted.has(id)) element.remove()
  })
  const missing = compared?.goneNodes.filter(({ id }) => cy.getElementById(id).empty()) ?? []
  if (compared !== null && missing.length > 0) {
    const standing = new Map(
      cy.nodes().map((node): [NodeId, Point] => [nodeIdOf(node), { ...node.position() }]),
    )
    for (const [entity, point] of placeGone({ ...compared, goneNodes: missing }, standing)) {
      cy.add(nodeElement(entity, point)).addClass('extra')
    }
  }
  for (const relation of relations) {
    const ends = [relation.source, relation.target].map((id) => cy.getElementById(id))
    const isReady = ends.every((end) => end.nonempty())
    if (isReady && cy.getElementById(relation.id).empty())
      cy.add(edgeElement(relation)).addClass('extra')
  }
}

function drawNode(node: NodeSingular, entity: Entity, said: Said): void {
  const { graph, picture, rules, looks } = said
  const isDrawn = rules.isNode(entity.id)
  if (node.hasClass('away') === isDrawn) node.toggleClass('away', !isDrawn)
  if (!isDrawn) return
  const look = looks.node(entity, rules.nodeState(entity))
  const degree = graph.incident.get(entity.id)?.size ?? 0
  tell(node, {
    ...rules.sizeOf(entity, degree),
    look: valuesOfNode(look),
    text: breakable(nodeText(entity, rules.standing)),
    rank: rules.rankOf(look, entity.id, degree),
    // At once, before the labels are laid out; of very many they have to be chosen from.
    must: look.isBold && look.label === 'must' && picture.selection.nodes.length <= mostMust,
    badged: look.badge !== null,
    ...(node.data('size') === undefined ? firstLabel : {}),
  })
}

/** Until the labels are laid out, px. */
const firstLabel = { size: onScreen.size, room: onScreen.room, rim: beyond(onScreen.size) }

type Line = {
  readonly edge: EdgeSingular
  readonly source: NodeId
  readonly target: NodeId
  readonly isStraight: boolean
}

function drawLines(cy: Core, said: Said): void {
  const { graph, picture, rules, looks } = said
  const extras = new Map<EdgeId, Relation>(
    [...picture.ghosts, ...(picture.compared?.goneEdges ?? [])].map((one) => [one.id, one]),
  )
  const bundles = new Map<string, Line[]>()
  const drawn = [...graph.edges.values(), ...[...extras.values()].filter(isNotIn(graph))]
  const awake = new Set<string>()
  for (const relation of drawn) {
    const ends = rules.isLine(relation) ? rules.endsOf(relation) : null
    const edge = ends?.every(rules.isNode) === true ? edgeOf(cy, relation.id) : null
    if (ends === null || edge === null) continue
    const [source, target] = ends
    awake.add(relation.id)
    const look = looks.edge(relation.relation, rules.edgeState(relation))
    drawLine(edge, relation, look, said)
    moveTo(edge, source, target)
    const key = source < target ? `${source}|${target}` : `${target}|${source}`
    const line = { edge, source, target, isStraight: look.isStraight }
    const known = bundles.get(key)
    if (known === undefined) bundles.set(key, [line])
    else known.push(line)
  }
  for (const bundle of bundles.values()) {
    const courses = coursesOf(bundle)
    bundle.forEach(({ edge, source, target }, at) => {
      const course = courses[at]
      tell(edge, {
        course: course === undefined ? straight : valuesOfCourse(course, source === target),
      })
    })
  }
  cy.edges().forEach((edge) => {
    const isDrawn = awake.has(edge.id())
    if (edge.hasClass('away') === isDrawn) edge.toggleClass('away', !isDrawn)
  })
}

const isNotIn =
  ({ edges }: Graph) =>
  ({ id }: Relation) =>
    !edges.has(id)

/** The element of a relation; null where it has none yet. */
function edgeOf(cy: Core, id: EdgeId): EdgeSingular | null {
  const element = cy.getElementById(id)
  // An element that is there and no node is an edge.
  return element.empty() || element.isNode() ? null : element
}

function drawLine(edge: EdgeSingular, relation: Relation, look: EdgeLook, { rules }: Said): void {
  tell(edge, {
    look: valuesOfEdge(look),
    name: look.isNamed ? lineText(relation, rules.standing) : '',
  })
}

function moveTo(edge: EdgeSingular, source: NodeId, target: NodeId): void {
  if (edge.source().id() !== source || edge.target().id() !== target) edge.move({ source, target })
}

/** Puts all lines back to their own ends: a node that goes takes those along that are at it. */
export function moveBack(cy: Core): void {
  cy.edges().forEach((edge) => {
    const [source, target] = endsOf(edgeIdOf(edge))
    moveTo(edge, source, target)
  })
}

/** Tells an element what is new; what it knows already would cost a style for nothing. */
function tell(element: NodeSingular | EdgeSingular, data: Readonly<Record<string, unknown>>): void {
  const fresh = Object.entries(data).filter(([key, value]) => element.data(key) !== value)
  if (fresh.length > 0) element.data(Object.fromEntries(fresh))
}
