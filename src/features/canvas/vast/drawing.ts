import type { EdgeId, NodeId, Relation } from '@shared/graph'
import {
  emptyPicture,
  lineText,
  type Looks,
  type Picture,
  type Rules,
  rulesOf,
} from '../../picture'
import type { Point } from '../../layout'
import type { Extent } from '../canvas'
import type { Painter } from './painter'
import { createRows } from './rows'
import type { Scene } from './scene'
import { placesOf, toScene } from './to-scene'

/** Rows, a picture of them, and the scene they make: made anew when asked for, once a frame. */
export function createDrawing(painter: Painter, firstLooks: Looks) {
  const rows = createRows()
  let looks = firstLooks
  let picture: Picture = emptyPicture
  let aim: NodeId | null = null
  let rules: Rules | null = null
  let scene: Scene | null = null
  let placeOfRow = new Int32Array(0)
  let frame = 0

  const current = (): Scene => {
    if (scene !== null) return scene
    rules ??= rulesOf(picture, { aim, near: null })
    scene = toScene(rows, rules, looks)
    placeOfRow = placesOf(rows, scene.nodes)
    return scene
  }
  const standing = (): Rules['standing'] => {
    rules ??= rulesOf(picture, { aim, near: null })
    return rules.standing
  }
  const changed = () => {
    scene = null
    frame ||= requestAnimationFrame(() => {
      frame = 0
      painter.scene(current())
    })
  }
  return {
    rows,
    current,
    changed,
    picture: () => picture,
    show: (next: Picture) => {
      picture = next
      rules = null
      changed()
    },
    aim: (id: NodeId | null) => {
      aim = id
      rules = null
      changed()
    },
    dress: (next: Looks) => {
      looks = next
      changed()
    },
    looks: () => looks,
    /** Whether it is drawn as the shape of a group, and all that it stands for. */
    isShape: (id: NodeId): boolean => standing().groups.has(id),
    allOf: (id: NodeId): readonly NodeId[] => standing().groups.get(id) ?? [id],
    /** Where the nodes are that a level draws as one: another zoom shows them there. */
    insideShapes: (): Point[] => {
      if (picture.level === 'pages') return []
      const { away } = standing()
      return [...rows.places].flatMap(([id, { x, y }]) => (away.has(id) ? [{ x, y }] : []))
    },
    /** A node's place in the scene, or -1 where it is not drawn. */
    placeOf: (id: NodeId): number => {
      current()
      return placeOfRow[rows.nodeAt.get(id) ?? -1] ?? -1
    },
    idAt: (place: number): NodeId | null =>
      rows.nodes[current().nodes.row[place] ?? -1]?.entity.id ?? null,
    relationAt: (line: number): Relation | null =>
      rows.edges[current().lines.row[line] ?? -1]?.relation ?? null,
    /** What is written along a line, where something is. */
    textAt: (line: number): string => {
      const relation = rows.edges[current().lines.row[line] ?? -1]?.relation
      return relation === undefined ? '' : lineText(relation, standing())
    },
    edgeIdAt: (line: number): EdgeId | null =>
      rows.edges[current().lines.row[line] ?? -1]?.relation.id ?? null,
    destroy: () => cancelAnimationFrame(frame),
  }
}
export type Drawing = ReturnType<typeof createDrawing>

/** What the drawn nodes take up, model px; null where nothing is drawn. */
export function extentOfNodes({ nodes }: Scene, some: Iterable<number>): Extent | null {
  let box: Extent | null = null
  for (const at of some) {
    const [x = 0, y = 0] = [nodes.x[at], nodes.y[at]]
    const [w, h] = [(nodes.width[at] ?? 0) / 2, (nodes.height[at] ?? 0) / 2]
    box ??= { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity }
    box.x1 = Math.min(box.x1, x - w)
    box.y1 = Math.min(box.y1, y - h)
    box.x2 = Math.max(box.x2, x + w)
    box.y2 = Math.max(box.y2, y + h)
  }
  return box
}
