import {
  clip,
  concatTransformationMatrix,
  endPath,
  fill,
  fillAndStroke,
  LineCapStyle,
  LineJoinStyle,
  PDFDocument,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setLineCap,
  setLineJoin,
  stroke,
} from '@cantoo/pdf-lib'
import { badgeCorner, bodyOf, moved, outline } from '../picture'
import {
  hullSoftness,
  type Label,
  lineHeight,
  type Scene,
  type SceneEdge,
  type SceneNode,
} from '../scene'
import type { WriteLine } from './line'
import { createOpacities, filling, stroking, tracing } from './pdf-pen'
import { createTexts, type OtherLetters } from './pdf-text'

/** Readers of PDF need not show a longer side, points. */
const longestSide = 14_400
/** Points for a px of the canvas. */
const usual = 0.75

export type PdfOrder = {
  readonly scene: Scene
  readonly creator: string
  /** ISO 8601. */
  readonly at: string
}

type Ink = {
  readonly opacity: ReturnType<typeof createOpacities>
  readonly text: WriteLine
}

export type Pdf = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many texts have letters that are in no font; boxes stand for these. */
  readonly lacking: number
}

/** One page as large as the picture, drawn in lines. */
export async function toPdf(
  { scene, creator, at }: PdfOrder,
  otherLetters: OtherLetters,
): Promise<Pdf> {
  const { box, graphBox, paper } = scene
  const scale = Math.min(usual, longestSide / Math.max(box.width, box.height))
  const doc = await PDFDocument.create()
  doc.setTitle(scene.title)
  doc.setCreator(creator)
  doc.setProducer(creator)
  doc.setCreationDate(new Date(at))
  const page = doc.addPage([box.width * scale, box.height * scale])
  const texts = await createTexts(doc, page, otherLetters)
  const ink: Ink = { opacity: createOpacities(page), text: texts.write }
  const say = (operators: readonly PDFOperator[]) => page.pushOperators(...operators)
  const area = ({ x, y, width, height }: typeof box) => rectangle(x, y, width, height)
  say([
    pushGraphicsState(),
    concatTransformationMatrix(scale, 0, 0, -scale, -box.x * scale, (box.y + box.height) * scale),
    ...[filling(paper), area(box), fill()],
    ...[pushGraphicsState(), area(graphBox), clip(), endPath()],
  ])
  for (const { path, stroke: rim } of scene.hulls) {
    say([...ink.opacity(hullSoftness, 1), filling(rim.colour), ...stroking(rim)])
    say([...tracing(path), fillAndStroke(), popGraphicsState()])
  }
  for (const edge of scene.edges) say(edgeLines(edge, ink))
  for (const node of scene.nodes) say(nodeLines(node, ink))
  for (const { label } of scene.edges)
    if (label !== null) say(await labelLines(label, 1, scene, ink))
  for (const { label, look } of scene.nodes)
    if (label !== null) say(await labelLines(label, look.opacity, scene, ink))
  for (const { label } of scene.hulls) say(await labelLines(label, 1, scene, ink))
  say([popGraphicsState()])
  for (const item of scene.caption) {
    if (item.kind === 'shape') say([filling(item.fill), ...tracing(item.path), fill()])
    else if (item.kind === 'line') say([...stroking(item.stroke), ...tracing(item.path), stroke()])
    else {
      const colour = item.faint ? scene.faint : scene.ink
      say(await ink.text({ ...item, colour, isCentred: false, rim: null }))
    }
  }
  say([popGraphicsState()])
  // A copy, for the types leave open what the buffer is.
  texts.finish()
  return { bytes: new Uint8Array(await doc.save()), lacking: texts.lacking() }
}

function edgeLines({ look, path, arrow }: SceneEdge, { opacity }: Ink): PDFOperator[] {
  const { band } = look
  const wide = band === null ? null : { ...look.stroke, width: look.stroke.width + 2 * band.reach }
  return [
    ...(band === null || wide === null || path.length === 0
      ? []
      : [
          ...opacity(look.opacity * band.opacity),
          ...stroking({ ...wide, colour: band.colour, line: 'solid' }),
          ...[...tracing(path), stroke(), popGraphicsState()],
        ]),
    ...opacity(look.opacity),
    ...(path.length === 0 ? [] : [...stroking(look.stroke), ...tracing(path), stroke()]),
    ...(arrow === null ? [] : [filling(look.stroke.colour), ...tracing(arrow), fill()]),
    popGraphicsState(),
  ]
}

function nodeLines(node: SceneNode, { opacity }: Ink): PDFOperator[] {
  const { look } = node
  const { border, band, badge, shape } = look
  const box = bodyOf(node)
  const body = (by: number, alpha: number) => [
    ...opacity(look.opacity * alpha * look.fillOpacity, look.opacity * alpha),
    ...[filling(look.fill), ...stroking(border)],
    ...tracing(outline(shape, { ...box, x: box.x + by, y: box.y + by })),
    ...[fillAndStroke(), popGraphicsState()],
  ]
  const rim = (colour: string, width: number, alpha: number) => [
    ...opacity(alpha),
    ...stroking({ colour, width, line: 'solid' }),
    ...[...tracing(outline(shape, box)), stroke(), popGraphicsState()],
  ]
  return [
    ...(band === null ? [] : rim(band.colour, 2 * band.reach, look.opacity * band.opacity)),
    ...(look.isStack ? body(5, 0.55) : []),
    ...body(0, 1),
    ...(border.line === 'double' ? rim(look.fill, border.width / 3, look.opacity) : []),
    ...(badge === null ? [] : [...opacity(look.opacity), ...badgeLines(node), popGraphicsState()]),
  ]
}

function badgeLines(node: SceneNode): PDFOperator[] {
  const { badge } = node.look
  if (badge === null) return []
  const scale = badge.size / 16
  const corner = badgeCorner(badge, bodyOf(node))
  const ring = outline('ellipse', {
    ...{ x: corner.x + scale, y: corner.y + scale },
    ...{ width: 14 * scale, height: 14 * scale },
  })
  return [
    filling(badge.paper),
    ...stroking({ colour: badge.ink, width: 1.3 * scale, line: 'solid' }),
    ...[...tracing(ring), fillAndStroke()],
    ...stroking({ colour: badge.ink, width: 1.7 * scale, line: 'solid' }),
    ...[setLineCap(LineCapStyle.Round), setLineJoin(LineJoinStyle.Round)],
    ...[...tracing(moved(badge.mark, scale, corner)), stroke()],
  ]
}

async function labelLines(
  { lines, size, bold, at }: Label,
  alpha: number,
  { ink, paper }: Scene,
  { opacity, text }: Ink,
): Promise<PDFOperator[]> {
  const written = await Promise.all(
    lines.map((line, row) =>
      text({
        ...{ text: line, x: at.x, y: at.y + row * size * lineHeight, size, bold },
        ...{ colour: ink, isCentred: true, rim: paper },
      }),
    ),
  )
  return [
    ...opacity(alpha),
    setLineJoin(LineJoinStyle.Round),
    ...written.flat(),
    popGraphicsState(),
  ]
}
