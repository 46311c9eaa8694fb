import type { Answer, AnswerGroup, AnswerRow } from '@shared/ask'
import type { Graph, NodeId } from '@shared/graph'
import type { RowSpot } from '../outline'

/** A heading, or one of what is listed under it. */
export type Line =
  | { readonly kind: 'head'; readonly group: AnswerGroup; readonly spot: RowSpot }
  | { readonly kind: 'row'; readonly row: AnswerRow; readonly spot: RowSpot }

/** The answer as one list; a heading stands for all that is listed under it. */
export function linesOf(answer: Answer, graph: Graph): Line[] {
  const isThere = (id: NodeId) => graph.nodes.has(id)
  return answer.groups.flatMap((group): Line[] => [
    {
      kind: 'head',
      group,
      spot: {
        ...{ key: group.kind, node: null, edges: [], owner: null },
        nodes: nodesIn([group]).filter(isThere),
      },
    },
    ...group.rows.map((row, at): Line => ({
      kind: 'row',
      row,
      spot: spotOf(row, `${group.kind} ${at}`, graph),
    })),
  ])
}

/** The list may be older than the graph for a moment: what is gone is not gone to. */
function spotOf({ node, nodes, edges }: AnswerRow, key: string, graph: Graph): RowSpot {
  const own = node !== null && graph.nodes.has(node) ? node : null
  const there = own === null ? nodes.filter((id) => graph.nodes.has(id)) : []
  const ties = edges.filter((id) => graph.edges.has(id))
  return { key, node: own, edges: ties, owner: own, nodes: there }
}

/** What the findings of an answer are about, each once. */
export const nodesOf = ({ groups }: Answer): NodeId[] =>
  nodesIn(groups.filter(({ isFinding }) => isFinding))

const nodesIn = (groups: readonly AnswerGroup[]): NodeId[] => [
  ...new Set(groups.flatMap(({ rows }) => rows.flatMap(({ nodes }) => nodes))),
]
