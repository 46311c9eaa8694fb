import type { EntityType, NodeId } from '../graph'
import { aboutOf } from './about'
import { colourOf, typeColours } from './colours'
import type { Drawn, FileEdge } from './model'
import { oneLine } from './text'

/** A flowchart to paste into a page. Ids come from the nodes' own, so a pasted chart can be amended. */
export function toMermaid(drawn: Drawn): string {
  const { nodes, edges } = drawn.file
  const about = aboutOf(drawn.file)
  return [
    `%% ${comment(about.sentence)}`,
    `%% Source: ${comment(about.source)}. Written by ${comment(about.creator)} on ${about.exportedAt}.`,
    'flowchart LR',
    ...nodes.map(({ id, type, title }) => `  ${idOf(id)}${shaped(type, title)}`),
    ...edges.map(
      ({ source, target, relation }) =>
        `  ${idOf(source)} -->|"${escaped(relation)}"| ${idOf(target)}`,
    ),
    ...(['content', 'user', 'space'] as const).map(
      (type) => `  classDef ${type} fill:${typeColours[type]},color:#ffffff,stroke:#ffffff`,
    ),
    ...classLines(drawn),
    ...linkStyles(drawn, edges),
    '',
  ].join('\n')
}

/** `content_123`; a letter that no id may hold is written as its code. `end` and `o` are safe so. */
const idOf = (id: NodeId): string =>
  id.replace(':', '_').replace(/[^A-Za-z0-9]/g, (letter, at) =>
    // The first underline is the one that was just put there.
    letter === '_' && at === id.indexOf(':') ? '_' : `_${letter.charCodeAt(0).toString(16)}_`,
  )

const brackets: Record<EntityType, readonly [string, string]> = {
  content: ['["', '"]'],
  user: ['(["', '"])'],
  space: ['{{"', '"}}'],
}

function shaped(type: EntityType, title: string): string {
  const [open, close] = brackets[type]
  return `${open}${escaped(title) || ' '}${close}`
}

/** Letters that mean nothing to Mermaid, Markdown, HTML or a wiki; all others go by their code. */
const harmless = /[\p{L}\p{N}\p{M} ,.:!?/'()–—“”‘’…]/u

function escaped(text: string): string {
  const line = oneLine(text)
  let written = ''
  for (const letter of line) {
    written += harmless.test(letter) ? letter : `#${letter.codePointAt(0) ?? 0};`
  }
  // “1. Title” would be taken for a list.
  return written.replace(
    /^(\d+)([.)])/,
    (_, digits: string, mark: string) => `${digits}#${mark.charCodeAt(0)};`,
  )
}

/** A brace after `%%` would begin a directive. */
const comment = (text: string): string => oneLine(text).replace(/[{}%]/g, ' ')

const classLines = ({ file }: Drawn): string[] =>
  (['content', 'user', 'space'] as const).flatMap((type) => {
    const ids = file.nodes.filter((node) => node.type === type).map(({ id }) => idOf(id))
    return ids.length === 0 ? [] : [`  class ${ids.join(',')} ${type}`]
  })

/** Links are styled by their number, so those of one colour stand on one line. */
function linkStyles(drawn: Drawn, edges: readonly FileEdge[]): string[] {
  const byColour = new Map<string, number[]>()
  for (const [at, edge] of edges.entries()) {
    const colour = colourOf(drawn, edge)
    if (colour !== undefined) byColour.set(colour, [...(byColour.get(colour) ?? []), at])
  }
  return [...byColour].map(([colour, at]) => `  linkStyle ${at.join(',')} stroke:${colour}`)
}
