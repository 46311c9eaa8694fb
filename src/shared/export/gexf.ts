import { aboutOf } from './about'
import { colourOf, rgbOf, typeColours } from './colours'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn, FileEdge, FileNode } from './model'
import { element, emptyTag, openTag, xmlHead } from './xml'

/**
 * GEXF 1.2draft, which Gephi and networkx 2.8 read (networkx knows no later one): facts as
 * attributes, places and colours in its `viz` module. Version 1.3 only adds `kind`, by which Gephi
 * keeps parallel relations apart without being told; the name of the relation is the label, too.
 */
export function toGexf(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const about = aboutOf(drawn.file)
  return [
    xmlHead,
    openTag('gexf', {
      xmlns: 'http://www.gexf.net/1.2draft',
      'xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
      version: '1.2',
    }),
    openTag('meta', { lastmodifieddate: about.exportedAt.slice(0, 10) }),
    element('creator', {}, about.creator),
    element('description', {}, `${about.sentence}. Source: ${about.source}`),
    '</meta>',
    openTag('graph', { mode: 'static', defaultedgetype: 'directed' }),
    ...declared('node', nodeFields),
    ...declared('edge', edgeFields),
    '<nodes>',
    ...nodes.map(nodeTag),
    '</nodes>',
    '<edges>',
    ...edges.map((edge) => edgeTag(edge, drawn)),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

const declared = <T>(owner: 'node' | 'edge', fields: readonly Field<T>[]): string[] => [
  openTag('attributes', { class: owner, mode: 'static' }),
  ...fields.map(({ name, kind }) => emptyTag('attribute', { id: name, title: name, type: kind })),
  '</attributes>',
]

const valuesOf = <T>(fields: readonly Field<T>[], thing: T): string =>
  [
    '<attvalues>',
    ...fields.flatMap(({ name, of }) => {
      const value = of(thing)
      return value === undefined ? [] : [emptyTag('attvalue', { for: name, value })]
    }),
    '</attvalues>',
  ].join('')

const nodeTag = (node: FileNode): string =>
  [
    openTag('node', { id: node.id, label: node.title }),
    valuesOf(nodeFields, node),
    emptyTag('viz:color', rgbOf(typeColours[node.type])),
    // Up is up in Gephi, and down on our canvas.
    node.position === undefined
      ? ''
      : emptyTag('viz:position', { x: node.position.x, y: 0 - node.position.y, z: 0 }),
    '</node>',
  ].join('')

function edgeTag(edge: FileEdge, drawn: Drawn): string {
  const { id, source, target, relation } = edge
  const colour = colourOf(drawn, edge)
  const line = drawn.looks.get(relation)?.line
  return [
    openTag('edge', { id, source, target, type: 'directed', label: relation }),
    valuesOf(edgeFields, edge),
    colour === undefined ? '' : emptyTag('viz:color', rgbOf(colour)),
    line === undefined ? '' : emptyTag('viz:shape', { value: line }),
    '</edge>',
  ].join('')
}
