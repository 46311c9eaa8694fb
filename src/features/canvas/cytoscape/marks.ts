import type { Core } from 'cytoscape'
import { type EdgeId, NodeId, type Relation } from '@shared/graph'
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

/**
 * Puts on the drawn elements what is known of them beside the graph. Elements are touched only
 * where something changed: on a large graph that is what keeps the page answering.
 */
export function createMarker(cy: Core) {
  let last: Marks | null = null
  return {
    mark: (marks: Marks): void => {
      drawGhosts(cy, marks.ghosts)
      toggle(cy, 'leaving', last?.leaving, marks.leaving)
      toggle(cy, 'pinned', last?.pinned, marks.pinned)
      toggle(cy, 'start', last?.starts, marks.starts)
      toggle(cy, 'asking', last?.asking, marks.asking)
      const sameNodes = last?.within === marks.within && last.hiddenNodes === marks.hiddenNodes
      last = marks
      if (!sameNodes)
        cy.nodes().forEach((node) => void node.toggleClass('hidden', isHidden(node, marks)))
      hideRelations(cy, marks.hiddenRelations)
    },
    /** Marks what was drawn since. */
    markNew: (ids: readonly string[]): void => {
      if (last === null) return
      const { leaving, pinned, starts, asking } = last
      const classes = { leaving, pinned, start: starts, asking }
      for (const id of ids) {
        const element = cy.getElementById(id)
        for (const [name, set] of Object.entries(classes)) {
          if ((set as ReadonlySet<string>).has(id)) element.addClass(name)
        }
        if (element.isNode() && isHidden(element, last)) element.addClass('hidden')
        const isOff = element.isEdge() && last.hiddenRelations.has(String(element.data('relation')))
        if (isOff) element.addClass('hidden')
      }
    },
  }
}

const isHidden = (node: { id: () => string }, { within, hiddenNodes }: Marks): boolean => {
  const id = NodeId.parse(node.id())
  return within?.has(id) === false || hiddenNodes.has(id)
}

function drawGhosts(cy: Core, wanted: readonly Relation[]): void {
  const ghosts = new Set<string>(wanted.map(({ id }) => id))
  cy.edges('.ghost').forEach((edge) => {
    if (!ghosts.has(edge.id())) edge.remove()
  })
  for (const ghost of wanted) {
    const ready =
      cy.getElementById(ghost.source).nonempty() && cy.getElementById(ghost.target).nonempty()
    if (ready && cy.getElementById(ghost.id).empty())
      cy.add(edgeElement(ghost)).addClass('ghost named')
  }
}

function toggle(
  cy: Core,
  name: string,
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string>,
): void {
  for (const id of before ?? []) if (!after.has(id)) cy.getElementById(id).removeClass(name)
  for (const id of after) cy.getElementById(id).addClass(name)
}

function hideRelations(cy: Core, names: ReadonlySet<string>): void {
  cy.edges('.hidden').forEach((edge) => {
    if (!names.has(String(edge.data('relation')))) edge.removeClass('hidden')
  })
  for (const name of names) cy.edges(`[relation = ${JSON.stringify(name)}]`).addClass('hidden')
}
