import { aboutOf } from './about'
import { colourOf, typeColours } from './colours'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn } from './model'

/**
 * The JSON of Cytoscape.js and Cytoscape Desktop. Its `name` and `interaction` are columns there.
 * networkx takes a node by its `value`, and several relations between two nodes by their `key`.
 */
export function toCyjs(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const { title, source, exportedAt, creator } = aboutOf(drawn.file)
  const network = {
    format_version: '1.0',
    generated_by: creator,
    target_cytoscapejs_version: '~3.0',
    directed: true,
    multigraph: true,
    data: { name: title, shared_name: title, source, exportedAt },
    elements: {
      nodes: nodes.map((node) => ({
        data: {
          id: node.id,
          value: node.id,
          name: node.title,
          shared_name: node.title,
          color: typeColours[node.type],
          ...factsOf(nodeFields, node),
        },
        ...(node.position === undefined ? {} : { position: node.position }),
      })),
      edges: edges.map((edge) => ({
        data: {
          id: edge.id,
          key: edge.id,
          source: edge.source,
          target: edge.target,
          name: edge.relation,
          interaction: edge.relation,
          color: colourOf(drawn, edge),
          ...factsOf(edgeFields, edge),
        },
      })),
    },
  }
  return `${JSON.stringify(network, null, 2)}\n`
}

const factsOf = <T>(fields: readonly Field<T>[], thing: T) =>
  Object.fromEntries(fields.map(({ name, of }) => [name, of(thing)]))
