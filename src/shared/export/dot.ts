import type { EntityType } from '../graph'
import { aboutOf } from './about'
import { colourOf, typeColours } from './colours'
import type { Drawn, FileEdge, FileNode } from './model'
import { oneLine } from './text'

/** Graphviz. With `neato -n` the nodes stand where they stood in the picture. */
export function toDot(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const about = aboutOf(drawn.file)
  return [
    'digraph relations {',
    `  graph [label=${label(`${about.sentence} (${about.source})`)}, labelloc=b, charset="UTF-8", comment=${label(about.creator)}]`,
    '  node [fontname="Helvetica", style=filled, fontcolor="white"]',
    '  edge [fontname="Helvetica", fontsize=10]',
    ...nodes.map(nodeLine),
    ...edges.map((edge) => edgeLine(edge, drawn)),
    '}',
    '',
  ].join('\n')
}

const shapes: Record<EntityType, string> = { content: 'box', user: 'ellipse', space: 'hexagon' }

function nodeLine({ id, title, type, url, position, completeness }: FileNode): string {
  const attributes = {
    label: label(title),
    shape: shapes[type],
    fillcolor: `"${typeColours[type]}"`,
    // Graphviz counts up where the canvas counts down; `!` keeps the node there.
    ...(position === undefined ? {} : { pos: `"${position.x},${0 - position.y}!"` }),
    ...(url === undefined ? {} : { URL: label(url) }),
    comment: `"${completeness}"`,
  }
  return `  ${quoted(id)} [${attributesOf(attributes)}]`
}

function edgeLine(edge: FileEdge, drawn: Drawn): string {
  const colour = colourOf(drawn, edge)
  const line = drawn.looks.get(edge.relation)?.line
  const attributes = {
    label: label(edge.relation),
    ...(colour === undefined ? {} : { color: `"${colour}"` }),
    ...(line === undefined ? {} : { style: line }),
  }
  return `  ${quoted(edge.source)} -> ${quoted(edge.target)} [${attributesOf(attributes)}]`
}

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/**
 * An id. Between quotes only the quote is special there, so a backslash, which no id of Confluence
 * has, cannot be written before one.
 */
const quoted = (id: string): string => `"${oneLine(id).replace(/\\/g, '%5C').replace(/"/g, '\\"')}"`

/** Text to be shown: there `\N` and `&lt;` mean something too. */
const label = (text: string): string =>
  `"${oneLine(text)
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/&(?=#?\w+;)/g, '&amp;')}"`
