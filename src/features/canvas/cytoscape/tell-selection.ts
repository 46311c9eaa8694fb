import type { Core } from 'cytoscape'
import type { CanvasEvents } from '../canvas'
import { edgeIdOf, nodeIdOf } from './elements'

type Selected = {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

/** Keeps what Cytoscape has selected the same as the picture, and tells what a person selects. */
export function createTeller(cy: Core) {
  /** What was told last, as far as it is there. */
  let told = ''
  const selected = () => cy.elements(':selected').map((element) => element.id())
  return {
    tell: ({ nodes, edges }: Selected): void => {
      const wanted = new Set([...nodes, ...edges])
      cy.batch(() => {
        cy.elements(':selected').forEach((element) => {
          if (!wanted.has(element.id())) element.unselect()
        })
        for (const id of wanted) {
          const element = cy.getElementById(id)
          if (element.nonempty() && !element.selected()) element.select()
        }
      })
      told = keyOf(selected())
    },
    /** What was told is no news. */
    listen: (onSelect: CanvasEvents['onSelect']): void => {
      let queued = false
      cy.on('select unselect', () => {
        if (queued) return
        queued = true
        queueMicrotask(() => {
          queued = false
          if (cy.destroyed() || keyOf(selected()) === told) return
          onSelect(cy.nodes(':selected').map(nodeIdOf), cy.edges(':selected').map(edgeIdOf))
        })
      })
    },
  }
}

const keyOf = (ids: readonly string[]): string => [...ids].sort().join('\n')
