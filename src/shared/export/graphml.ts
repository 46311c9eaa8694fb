import { aboutOf } from './about'
import { colourOf, typeColours } from './colours'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn, FileEdge, FileNode } from './model'
import { element, emptyTag, openTag, xmlHead } from './xml'

const schema = 'http://graphml.graphdrawing.org/xmlns'

/** GraphML 1.0: every fact is a `data` with a declared key; `label`, `x`, `y` and `color` are what readers know. */
export function toGraphml(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const aboutNode = [...nodeKeys, ...nodeFields]
  const aboutEdge = edgeKeys(drawn)
  const about = aboutOf(drawn.file)
  const head = Object.entries({
    title: about.title,
    source: about.source,
    exportedAt: about.exportedAt,
    creator: about.creator,
  })
  return [
    xmlHead,
    openTag('graphml', { xmlns: schema }),
    ...head.map(([name]) => keyTag('graph', { name, kind: 'string' })),
    ...aboutNode.map((field) => keyTag('node', field)),
    ...aboutEdge.map((field) => keyTag('edge', field)),
    openTag('graph', { id: 'relations', edgedefault: 'directed' }),
    ...head.map(([name, value]) => element('data', { key: keyOf('graph', name) }, value)),
    ...nodes.map((node) =>
      [openTag('node', { id: node.id }), ...dataOf('node', aboutNode, node), '</node>'].join(''),
    ),
    ...edges.map((edge) =>
      [
        openTag('edge', { id: edge.id, source: edge.source, target: edge.target }),
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
  { name: 'label', kind: 'string', of: ({ title }) => title },
  { name: 'x', kind: 'double', of: ({ position }) => position?.x },
  { name: 'y', kind: 'double', of: ({ position }) => position?.y },
  { name: 'color', kind: 'string', of: ({ type }) => typeColours[type] },
]

const edgeKeys = (drawn: Drawn): readonly Field<FileEdge>[] => [
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
