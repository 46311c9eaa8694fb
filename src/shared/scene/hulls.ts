import { boxOf, groupColour, hullOf, membersOf, polygon } from '../picture'
import type { DrawnNode } from './drawn-nodes'
import type { SceneHull } from './model'
import type { SceneOptions } from './options'

/** A soft hull round each group that is not folded, with its name on the upper edge. */
export function hullsOf(
  { picture, naming, theme }: SceneOptions,
  nodes: readonly DrawnNode[],
  scale: number,
): SceneHull[] {
  const at = new Map(nodes.map((node) => [node.id, node]))
  const folded = new Set(picture.folds.map(({ key }) => key))
  const size = 12 / Math.min(scale, 1)
  return membersOf(picture.groups, (id) => at.has(id)).flatMap((group, place): SceneHull[] => {
    const [first] = group.nodes.toSorted()
    if (first === undefined || folded.has(group.key)) return []
    const places = group.nodes.flatMap((id) => at.get(id) ?? [])
    const path = polygon(hullOf(places).map(({ x, y }) => [x, y] as const))
    const { x, y, width } = boxOf(path)
    return [
      {
        path,
        stroke: { colour: groupColour(place, theme), width: 1.5, line: 'dotted' },
        label: {
          lines: [`${naming.group(group.name, first)} (${group.nodes.length})`],
          ...{ size, bold: true, at: { x: x + width / 2, y: y + size / 3 } },
        },
      },
    ]
  })
}

/** How much of a hull's colour lies on the paper. */
export const hullSoftness = 0.09
