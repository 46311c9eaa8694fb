import type { NodeCollection } from 'cytoscape'
import { mostNamed, type NamesOnScreen } from '../../layout'
import { labelGap, labelSize } from '../../picture'
import { edgeRoom, within } from '../fit'
import type { ScreenSize } from '../free-room'

/** How much room nodes with their names take on this screen; undefined where there are too many. */
export function namesOnScreen(
  nodes: NodeCollection,
  screen: ScreenSize,
): NamesOnScreen | undefined {
  if (nodes.length > mostNamed) return undefined
  const { width, height, covers = [] } = screen
  const labels = nodes.toArray().map((node) => labelSize(String(node.data('text'))))
  const sizes = nodes.toArray().flatMap((node, at) => {
    const { width: wide = 0, height: high = 0 } = labels[at] ?? {}
    return [Math.max(wide, node.outerWidth()), node.outerHeight() + labelGap + high]
  })
  return {
    sizes: Float64Array.from(sizes),
    drops: Float64Array.from(labels, (label) => (labelGap + label.height) / 2),
    width: within(width, edgeRoom.across),
    height: within(height, edgeRoom.down),
    covers: covers.map(({ x1, y1, x2, y2 }) => ({
      ...{ x1: x1 - width / 2, x2: x2 - width / 2 },
      ...{ y1: y1 - height / 2, y2: y2 - height / 2 },
    })),
  }
}
