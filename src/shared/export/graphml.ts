import type { NodeId } from '../graph'
import { aboutOf } from './about'
import { colourOf, typeColours } from './colours'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn, FileEdge, FileNode } from './model'
import { element, emptyTag, openTag, xmlHead } from './xml'

const schema = 'http://graphml.graphdrawing.org/xmlns'

/**
 * GraphML 1.0: every fact is a `data` with a declared key; `label`, `x`, `y` and `color` are what
 * readers know. Its schema wants ids of letters, digits and `.-_:` (NMTOKEN), which keys of spaces
 * and names of relations are not; so the ids count, and ours are facts: `nodeId` and `edgeId`.
 */
export function toGraphml(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const aboutNode = [...nodeKeys, ...nodeFields]
  const aboutEdge = edgeKeys(drawn)
  const about = aboutOf(drawn.file)
  const places = new Map(nodes.map(({ id }, at) => [id, at]))
  const idOf = (node: NodeId): string => `n${places.get(node) ?? ''}`
  const head = Object.entries({
    title: about.title,
    source: about.source,
    exportedAt: about.exportedAt,
    creator: about.creator,
  })
  return [
    xmlHead,
    openTag('graphml', {
      xmlns: schema,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${schema} ${schema}/1.0/graphml.xsd`,
    }),
    ...head.map(([name]) => keyTag('graph', { name, kind: 'string' })),
    ...aboutNode.map((field) => keyTag('node', field)),
    ...aboutEdge.map((field) => keyTag('edge', field)),
    openTag('graph', { id: 'relations', edgedefault: 'directed' }),
    ...head.map(([name, value]) => element('data', { key: keyOf('graph', name) }, value)),
    ...nodes.map((node, at) =>
      [openTag('node', { id: `n${at}` }), ...dataOf('node', aboutNode, node), '</node>'].join(''),
    ),
    ...edges.map((edge, at) =>
      [
        openTag('edge', { id: `e${at}`, source: idOf(edge.source), target: idOf(edge.target) }),
        ...dataOf('edge', aboutEdge, edge),
        '</edge>',
      ].join(''),
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const nodeKeys: readonly Field<FileNode>[] = [
  { name: 'nodeId', kind: 'string', of: ({ id }) => id },
  { name: 'label', kind: 'string', of: ({ title }) => title },
  { name: 'x', kind: 'double', of: ({ position }) => position?.x },
  { name: 'y', kind: 'double', of: ({ position }) => position?.y },
  { name: 'color', kind: 'string', of: ({ type }) => typeColours[type] },
]

const edgeKeys = (drawn: Drawn): readonly Field<FileEdge>[] => [
  { name: 'edgeId', kind: 'string', of: ({ id }) => id },
  { name: 'label', kind: 'string', of: ({ relation }) => relation },
  { name: 'color', kind: 'string', of: (edge) => colourOf(drawn, edge) },
  ...edgeFields,
]

type Owner = 'graph' | 'node' | 'edge'

const keyOf = (owner: Owner, name: string): string => `${owner}-${name}`

const keyTag = (owner: Owner, { name, kind }: Pick<Field<never>, 'name' | 'kind'>): string =>
  emptyTag('key', {
    id: keyOf(owner, name),
    for: owner,
    'attr.name': name,
    'attr.type': kind,
  })

const dataOf = <T>(owner: Owner, fields: readonly Field<T>[], thing: T): string[] =>
  fields.flatMap(({ name, of }) => {
    const value = of(thing)
    return value === undefined ? [] : [element('data', { key: keyOf(owner, name) }, String(value))]
  })
