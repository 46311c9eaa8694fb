import type { Core } from 'cytoscape'
import { chooseLabels, labelSize, type LabelSide, onScreen } from '../../picture'
import type { Extent } from '../canvas'
import { beyond } from './style'
import { isVisible } from './visible'

/** Label size on the screen, px; the canvas scales with zoom, so it is divided by it. */
const { size, room, closest } = onScreen
const pause = 90

type LabelLayer = {
  /** What lies over the picture is elsewhere now. */
  readonly later: () => void
  readonly end: () => void
}

/** Keeps readable labels on the nodes that matter most, whenever the picture has settled. */
export function labelLayer(cy: Core, covers: () => readonly Extent[]): LabelLayer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = { zoom: 0, chosen: new Map<string, LabelSide>() }

  const update = () => {
    if (cy.destroyed()) return
    const zoom = Math.min(cy.zoom(), closest)
    const scale = cy.zoom() / zoom
    const { x1, y1, x2, y2 } = cy.extent()
    const nodes = cy
      .nodes()
      .filter((node) => {
        const { x, y } = node.position()
        return x >= x1 && x <= x2 && y >= y1 && y <= y2 && isVisible(node)
      })
      .nodes()
    const chosen = chooseLabels(
      nodes.toArray().flatMap((node) => {
        const rank = node.data('rank') as number | null
        if (rank === null) return []
        const { width, height } = labelSize(String(node.data('text')))
        return [
          {
            ...{ id: node.id(), rank, ...node.renderedPosition() },
            node: { width: node.renderedOuterWidth(), height: node.renderedOuterHeight() },
            label: { width: width * scale, height: height * scale },
          },
        ]
      }),
      { seen: { x1: 0, y1: 0, x2: cy.width(), y2: cy.height() }, covers: covers() },
    )
    const rescaled = zoom !== last.zoom
    cy.batch(() => {
      for (const [id, side] of last.chosen) {
        if (chosen.get(id) !== side) cy.getElementById(id).removeClass(`labelled label-${side}`)
      }
      for (const [id, side] of chosen) {
        if (last.chosen.get(id) !== side) cy.getElementById(id).addClass(`labelled label-${side}`)
      }
      // Only what wears a label is told how large it is now: styles cost a node each.
      const fresh = { size: size / zoom, room: room / zoom, rim: beyond(size / zoom) }
      cy.nodes('.labelled, [?must]').forEach((node) => {
        if (rescaled || node.data('size') !== fresh.size) node.data(fresh)
      })
    })
    last = { zoom, chosen }
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(update, pause)
  }
  cy.on('viewport position add remove select unselect data', later)
  return { later, end: () => clearTimeout(timer) }
}
