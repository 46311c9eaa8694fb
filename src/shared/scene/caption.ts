import type { EntityType } from '../graph'
import { around, type Box, outline, type Palette, type Path, type RelationLook } from '../picture'
import { textWidth } from './label'
import type { CaptionItem } from './model'
import { boxOfCaption } from './scene-box'

export type CaptionWords = {
  readonly title: string
  /** Date, source and how much is in the picture, each a sentence. */
  readonly facts: readonly string[]
  readonly types: readonly (readonly [EntityType, string])[]
  /** What colours of nodes mean, where they mean more than the type. */
  readonly tints: readonly (readonly [colour: string, words: string])[]
  readonly relations: readonly (readonly [string, RelationLook | undefined])[]
}

const shapes = { content: 'box', user: 'ellipse', space: 'hexagon' } as const

/** More names than this would be a list of its own. */
const mostRelations = 40

/**
 * Title, source, date and legend, set below a box in lines as wide as it. A large picture gets
 * large letters, so that they can be read where the whole of it is seen.
 */
export function captionBelow(
  { title, facts, types, tints, relations }: CaptionWords,
  graph: Box,
  palette: Palette,
): { items: CaptionItem[]; box: Box } {
  const size = Math.max(12, Math.min(graph.width / 70, graph.height / 20))
  const width = Math.max(graph.width, size * 30)
  const left = graph.x + size
  const items: CaptionItem[] = []
  let y = graph.y + graph.height + size * 2
  const text = (words: string, x: number, large = 1, faint = false) =>
    items.push({ kind: 'text', text: words, x, y, size: size * large, bold: large > 1, faint })
  text(title, left, 1.25)
  y += size * 1.6
  for (const line of flowing(facts, size, width - 2 * size)) {
    text(line, left, 1, true)
    y += size * 1.4
  }
  y += size * 0.5
  let x = left
  const entry = (words: string, draw: (box: Box) => CaptionItem) => {
    const room = size * 2.6 + textWidth(words, size) * 1.1 + size * 1.6
    if (x > left && x + room > graph.x + width) {
      x = left
      y += size * 1.6
    }
    items.push(draw({ x, y: y - size * 0.85, width: size * 1.8, height: size * 1.1 }))
    text(words, x + size * 2.4)
    x += room
  }
  for (const [type, words] of types) {
    entry(words, (box) => ({
      kind: 'shape',
      path: outline(shapes[type], type === 'user' ? { ...box, width: box.height } : box),
      fill: tints.length > 0 ? palette.faint : palette[type],
    }))
  }
  for (const [fill, words] of tints) {
    entry(words, (box) => ({
      kind: 'shape',
      path: outline('ellipse', { ...box, width: box.height }),
      fill,
    }))
  }
  for (const [name, look] of relations.slice(0, mostRelations)) {
    entry(name, (box) => ({
      kind: 'line',
      path: middleOf(box),
      stroke: strokeOf(look, palette, size),
    }))
  }
  const more = relations.length - mostRelations
  if (more > 0) text(`and ${more} more relation names`, x, 1, true)
  const inside = around(items.map(boxOfCaption)) ?? graph
  const bottom = Math.max(y, inside.y + inside.height) + size
  const box = {
    x: graph.x,
    y: graph.y,
    width: Math.max(width, inside.x + inside.width + size - graph.x),
    height: bottom - graph.y,
  }
  return { items, box }
}

const middleOf = ({ x, y, width, height }: Box): Path => [
  ['M', x, y + height / 2],
  ['L', x + width, y + height / 2],
]

const strokeOf = (look: RelationLook | undefined, palette: Palette, size: number) => ({
  colour: look?.colour ?? palette.faint,
  width: size / 5,
  line: look?.line ?? 'solid',
})

/** Facts side by side, as many as a line takes. */
function flowing(facts: readonly string[], size: number, room: number): string[] {
  const lines: string[] = []
  for (const fact of facts) {
    const last = lines.at(-1)
    const joined = last === undefined ? fact : `${last}   ${fact}`
    if (last !== undefined && textWidth(joined, size) * 1.1 <= room)
      lines[lines.length - 1] = joined
    else lines.push(fact)
  }
  return lines
}
