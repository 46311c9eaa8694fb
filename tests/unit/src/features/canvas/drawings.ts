import cytoscape, { type EdgeSingular, type NodeSingular } from 'cytoscape'
import type { Entity, EntityType, Graph, NodeId } from '@shared/graph'
import { makeScene } from '@shared/scene'
import { createShapes } from '../../../../../src/features/canvas/cytoscape/shapes'
import { canvasStyle } from '../../../../../src/features/canvas/cytoscape/style'
import { drawPicture } from '../../../../../src/features/canvas/cytoscape/draw-picture'
import { edgeElement, nodeElement } from '../../../../../src/features/canvas/cytoscape/elements'
import { applyDelta, putExtras } from '../../../../../src/features/canvas/vast/keep-rows'
import { createRows } from '../../../../../src/features/canvas/vast/rows'
import { routeAt } from '../../../../../src/features/canvas/vast/geometry'
import { toScene } from '../../../../../src/features/canvas/vast/to-scene'
import { wholeOf } from '../../../../../src/features/canvas/whole-of'
import {
  createLooks,
  dashOf,
  type EdgeLook,
  type NodeLook,
  type Picture,
  emptyPicture,
  plainNaming,
  type Pointed,
  relationLooks,
  rulesOf,
} from '../../../../../src/features/picture'

type Point = { readonly x: number; readonly y: number }
type Band = { readonly colour: string; readonly opacity: number; readonly reach: number } | null

/** A node as it comes out of a drawing, whoever draws. */
export type NodeSeen = {
  readonly shape: string
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly fillOpacity: number
  readonly opacity: number
  readonly border: { readonly colour: string; readonly width: number; readonly line: string }
  readonly band: Band
  readonly stack: boolean
  readonly hasBadge: boolean
  readonly text: string
  readonly bold: boolean
  readonly rank: number | null
}

/** A line as it comes out of a drawing. */
export type LineSeen = {
  readonly ends: readonly [string, string]
  readonly colour: string
  readonly width: number
  readonly dash: string
  readonly opacity: number
  readonly band: Band
  readonly head: readonly [number, number]
  readonly name: string
  readonly handles: readonly string[]
}

export type Drawing = {
  readonly nodes: ReadonlyMap<string, NodeSeen>
  readonly lines: ReadonlyMap<string, LineSeen>
}

export type Drawn = {
  readonly graph: Graph
  readonly places: ReadonlyMap<NodeId, Point>
  readonly picture: Picture
  readonly pointed?: Pointed
}

const theme = 'light'
const named = relationLooks(['link', 'needs'], [], theme)
const looks = createLooks(theme, named)
const round = (value: number) => Math.round(value * 100) / 100
const spot = ({ x, y }: Point) => `${round(x)} ${round(y)}`
const dashWords = (dashes: readonly number[]) => dashes.map(round).join(' ')

/** As a look says it; `paper`, where a drawing says nothing else. */
const ofNodeLook = (look: NodeLook) => ({
  shape: look.shape,
  fill: look.fill,
  fillOpacity: look.fillOpacity,
  opacity: look.opacity,
  border: {
    colour: look.border.colour,
    width: look.border.width,
    line: look.border.line === 'double' ? 'double' : dashWords(dashOf(look.border)),
  },
  band: look.band,
  stack: look.isStack,
  hasBadge: look.badge !== null,
  bold: look.isBold,
})

const ofEdgeLook = ({ stroke, opacity, band, head }: EdgeLook) => ({
  colour: stroke.colour,
  width: stroke.width,
  dash: dashWords(dashOf(stroke)),
  opacity,
  band,
  head: [round(head.length), round(head.half)] as const,
})

/** What the canvas of large graphs sends to its painter. */
export function drawnVast({ graph, places, picture, pointed }: Drawn): Drawing {
  const rows = createRows()
  const drawing = { rows, picture: () => emptyPicture } as Parameters<typeof applyDelta>[0]
  applyDelta(drawing, wholeOf(graph), graph, places)
  putExtras(drawing, picture)
  const scene = toScene(rows, rulesOf(picture, pointed), looks)
  const captions = new Map(scene.captions)
  const names = new Map(scene.names)
  const nodes = [...scene.nodes.row].map((row, at): [string, NodeSeen] => {
    const entity = rows.nodes[row]?.entity
    const look = scene.nodeLooks[scene.nodes.look[at] ?? 0]
    if (entity === undefined || look === undefined) throw new Error('A drawn node has a row.')
    const rank = scene.nodes.rank[at] ?? -1
    return [
      entity.id,
      {
        ...ofNodeLook(look),
        width: round(scene.nodes.width[at] ?? 0),
        height: round(scene.nodes.height[at] ?? 0),
        text: captions.get(at) ?? entity.title,
        rank: rank < 0 ? null : rank,
      },
    ]
  })
  const idAt = (place: number | undefined) =>
    rows.nodes[scene.nodes.row[place ?? 0] ?? 0]?.entity.id
  const lines = [...scene.lines.row].map((row, at): [string, LineSeen] => {
    const id = rows.edges[row]?.relation.id ?? ''
    const look = scene.lineLooks[scene.lines.look[at] ?? 0]
    if (look === undefined) throw new Error('A drawn line has a look.')
    return [
      id,
      {
        ...ofEdgeLook(look),
        ends: [idAt(scene.lines.from[at]) ?? '', idAt(scene.lines.to[at]) ?? ''],
        name: names.get(at) ?? '',
        handles: routeAt(scene, at)?.handles.map(spot) ?? [],
      },
    ]
  })
  return { nodes: new Map(nodes), lines: new Map(lines) }
}

/** What an export is written from. */
export function drawnScene({ graph, places, picture }: Drawn): Drawing {
  const { nodes, edges } = makeScene({
    graph,
    picture,
    positions: places,
    looks: named,
    theme,
    taken: { kind: 'whole' },
    naming: plainNaming,
    title: '',
    facts: null,
    size: { kind: 'scale', value: 1 },
  })
  const rules = rulesOf(picture)
  return {
    nodes: new Map(
      nodes.map((node): [string, NodeSeen] => {
        // The scene's own fields beside what every writer reads.
        const { text, rank } = node as typeof node & { text: string; rank: number | null }
        const size = { width: round(node.width), height: round(node.height) }
        return [node.id, { ...ofNodeLook(node.look), ...size, text, rank }]
      }),
    ),
    lines: new Map(
      edges.map((edge): [string, LineSeen] => {
        const relation =
          graph.edges.get(edge.id) ??
          [...picture.ghosts, ...(picture.compared?.goneEdges ?? [])].find(
            ({ id }) => id === edge.id,
          )
        return [
          edge.id,
          {
            ...ofEdgeLook(edge.look),
            ends: (relation === undefined ? null : rules.endsOf(relation)) ?? ['', ''],
            name: edge.label?.lines.join('') ?? '',
            handles: handlesOf(edge.path),
          },
        ]
      }),
    ),
  }
}

/** A curve of one handle is written as one of two; this takes it back. A loop has its own two. */
function handlesOf(path: readonly (readonly [string, ...number[]])[]): string[] {
  const [from, to] = path
  if (from === undefined || to?.[0] !== 'C') return []
  const [, x = 0, y = 0] = from
  const [, ax = 0, ay = 0, bx = 0, by = 0, ex = 0, ey = 0] = to
  const one = { x: x + 1.5 * (ax - x), y: y + 1.5 * (ay - y) }
  const other = { x: ex + 1.5 * (bx - ex), y: ey + 1.5 * (by - ey) }
  const isOne = Math.hypot(one.x - other.x, one.y - other.y) < 0.1
  return isOne ? [spot(one)] : [spot({ x: ax, y: ay }), spot({ x: bx, y: by })]
}

const shapes: Record<string, string> = {
  'round-rectangle': 'box',
  'cut-rectangle': 'cut-box',
  barrel: 'barrel',
  ellipse: 'ellipse',
  hexagon: 'hexagon',
}

/** What Cytoscape itself says of its elements after the picture was told to it. */
export function drawnCytoscape({ graph, places, picture, pointed }: Drawn): Drawing {
  const cy = cytoscape({ headless: true, styleEnabled: true, style: canvasStyle(looks.palette) })
  for (const node of graph.nodes.values())
    cy.add(nodeElement(node, places.get(node.id) ?? { x: 0, y: 0 }))
  for (const relation of graph.edges.values()) cy.add(edgeElement(relation))
  const rules = rulesOf(picture, pointed)
  drawPicture(cy, { graph, picture, rules, looks })
  createShapes(cy).show(rules.standing.groups)
  const seen = {
    nodes: new Map(cy.nodes(':visible').map((node) => [node.id(), nodeSeen(node)])),
    lines: new Map(
      cy
        .edges()
        .filter((edge) => edge.visible())
        .toArray()
        .map((edge) => [edge.id(), lineSeen(edge as EdgeSingular)]),
    ),
  }
  cy.destroy()
  return seen
}

const text = (element: NodeSingular | EdgeSingular, name: string): string =>
  String(element.style(name))
const number = (element: NodeSingular | EdgeSingular, name: string): number =>
  Number(element.numericStyle(name))

/** `rgb(47,111,222)` as `#2f6fde`. */
const hex = (colour: string): string => {
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(colour)?.slice(1) ?? []
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

const bandOf = (element: NodeSingular | EdgeSingular): Band => {
  const opacity = round(number(element, 'underlay-opacity'))
  if (opacity === 0) return null
  const colour = hex(text(element, 'underlay-color'))
  return { colour, opacity, reach: number(element, 'underlay-padding') }
}

const patternOf = (line: string, pattern: string): string =>
  line === 'dashed' ? dashWords(pattern.split(/[ ,]+/).map(Number.parseFloat)) : ''

function nodeSeen(node: NodeSingular): NodeSeen {
  const line = text(node, 'border-style')
  const rank = node.data('rank') as number | null
  return {
    shape: shapes[text(node, 'shape')] ?? '?',
    width: round(node.width()),
    height: round(node.height()),
    fill: hex(text(node, 'background-color')),
    fillOpacity: round(number(node, 'background-opacity')),
    opacity: round(number(node, 'opacity')),
    border: {
      colour: hex(text(node, 'border-color')),
      width: number(node, 'border-width'),
      line: line === 'double' ? line : patternOf(line, text(node, 'border-dash-pattern')),
    },
    band: bandOf(node),
    stack: text(node, 'ghost') === 'yes',
    hasBadge: text(node, 'background-image').includes('data:image'),
    text: String(node.data('text')),
    bold: text(node, 'font-weight') === 'bold',
    rank,
  }
}

function lineSeen(edge: EdgeSingular): LineSeen {
  const width = number(edge, 'width')
  // As Cytoscape's renderer makes a triangle: `getArrowWidth`, and three tenths of it.
  const size = Math.max((width * 13.37) ** 0.9, 29) * number(edge, 'arrow-scale')
  return {
    ends: [edge.source().id(), edge.target().id()],
    colour: hex(text(edge, 'line-color')),
    width,
    dash: patternOf(text(edge, 'line-style'), text(edge, 'line-dash-pattern')),
    opacity: round(number(edge, 'opacity')),
    band: bandOf(edge),
    head: [round(0.3 * size), round(0.15 * size)],
    name: text(edge, 'label'),
    handles: handlesIn(edge),
  }
}

/** Where Cytoscape's renderer puts handles: `findBezierPoints` and `findLoopPoints`. */
function handlesIn(edge: EdgeSingular): string[] {
  if (text(edge, 'curve-style') === 'straight') return []
  const distance = Number.parseFloat(text(edge, 'control-point-distances'))
  const [from, to] = [edge.source().position(), edge.target().position()]
  if (edge.isLoop()) {
    const sweep = Number.parseFloat(text(edge, 'loop-sweep'))
    const middle = Number.parseFloat(text(edge, 'loop-direction')) - 90
    return [middle - sweep / 2, middle + sweep / 2].map((degrees) => {
      const angle = (Math.round(degrees) * Math.PI) / 180
      const reach = 1.4 * distance
      return spot({ x: from.x + Math.cos(angle) * reach, y: from.y + Math.sin(angle) * reach })
    })
  }
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  return [
    spot({
      x: (from.x + to.x) / 2 - (dy / length) * distance,
      y: (from.y + to.y) / 2 + (dx / length) * distance,
    }),
  ]
}

export const entity = (id: NodeId, more: Partial<Entity> = {}): Entity => ({
  id,
  type: id.slice(0, id.indexOf(':')) as EntityType,
  key: id.slice(id.indexOf(':') + 1),
  title: `Title of ${id}`,
  status: 'current',
  ...more,
})
