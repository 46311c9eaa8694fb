import type { Core } from 'cytoscape'
import { EdgeId, NodeId, type Relation } from '@shared/graph'
import { edgeElement } from './elements'

export type Marks = {
  readonly ghosts: readonly Relation[]
  readonly leaving: ReadonlySet<EdgeId>
  readonly pinned: ReadonlySet<NodeId>
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only these are drawn, or all where it is null. */
  readonly within: ReadonlySet<NodeId> | null
  readonly starts: ReadonlySet<NodeId>
  readonly asking: ReadonlySet<NodeId>
}

/** Puts on the drawn elements what is known of them beside the graph. */
export function applyMarks(cy: Core, marks: Marks): void {
  const ghosts = new Map(marks.ghosts.map((ghost) => [ghost.id as string, ghost]))
  cy.edges('.ghost').forEach((edge) => {
    if (!ghosts.has(edge.id())) edge.remove()
  })
  for (const ghost of marks.ghosts) {
    const ready =
      cy.getElementById(ghost.source).nonempty() && cy.getElementById(ghost.target).nonempty()
    if (ready && cy.getElementById(ghost.id).empty())
      cy.add(edgeElement(ghost)).addClass('ghost named')
  }
  cy.edges().forEach((edge) => {
    edge.toggleClass('leaving', marks.leaving.has(EdgeId.parse(edge.id())))
    edge.toggleClass('hidden', marks.hiddenRelations.has(String(edge.data('relation'))))
  })
  cy.nodes().forEach((node) => {
    const id = NodeId.parse(node.id())
    const isFar = marks.within !== null && !marks.within.has(id)
    node.toggleClass('hidden', isFar || marks.hiddenNodes.has(id))
    node.toggleClass('pinned', marks.pinned.has(id))
    node.toggleClass('start', marks.starts.has(id))
    node.toggleClass('asking', marks.asking.has(id))
  })
}
