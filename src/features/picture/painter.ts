import {
  boxOfCaption,
  boxOfEdge,
  boxOfNode,
  type CaptionItem,
  hullSoftness,
  type Label,
  lineHeight,
  overlaps,
  type Scene,
  type SceneEdge,
} from '@shared/scene'
import { type Box, type EdgeLook, tracePath } from '@shared/picture'
import { paintBadge, paintNodes, type Pen, setStroke } from './paint-node'
import { writeRimmed } from './write-rimmed'

/** A part of the scene and the px of the canvas for one of the scene's. */
export type Region = Box & { readonly scale: number }

export type Painter = {
  /**
   * Paints a part of the scene at the canvas's origin. What is not in it costs one comparison.
   * Gives how many things are wholly or partly in it.
   */
  readonly paint: (pen: Pen, region: Region) => number
}

type Placed<T> = { readonly thing: T; readonly box: Box }
type Group<Look, T> = { readonly look: Look; readonly members: readonly Placed<T>[] }

/** Lays things of one look together once, so that each tile is a few strokes. */
export function createPainter(scene: Scene): Painter {
  const edges = grouped(scene.edges, ({ look }) => look, boxOfEdge)
  const nodes = grouped(scene.nodes, ({ look }) => look, boxOfNode)
  const caption = scene.caption.map((thing) => ({ thing, box: boxOfCaption(thing) }))
  return {
    paint: (pen, region) => {
      pen.save()
      pen.setTransform(
        region.scale,
        0,
        0,
        region.scale,
        -region.x * region.scale,
        -region.y * region.scale,
      )
      pen.save()
      pen.beginPath()
      const { x, y, width, height } = scene.graphBox
      pen.rect(x, y, width, height)
      pen.clip()
      let count = 0
      paintHulls(pen, scene)
      const [near, bodies] = [inside(edges, region), inside(nodes, region)]
      for (const { look, members } of near) {
        paintEdges(pen, look, members)
        count += members.length
      }
      for (const { look, members } of bodies) {
        paintNodes(pen, look, members)
        for (const node of members) if (look.badge !== null) paintBadge(pen, look.badge, node)
        count += members.length
      }
      pen.globalAlpha = 1
      for (const { members } of near)
        for (const { label } of members) if (label !== null) paintLabel(pen, label, scene)
      for (const { look, members } of bodies) {
        pen.globalAlpha = look.opacity
        for (const { label } of members) if (label !== null) paintLabel(pen, label, scene)
      }
      pen.globalAlpha = 1
      for (const { label } of scene.hulls) paintLabel(pen, label, scene)
      pen.restore()
      for (const { thing, box } of caption) {
        if (!overlaps(box, region)) continue
        paintCaption(pen, thing, scene)
        count += 1
      }
      pen.restore()
      return count
    },
  }
}

function grouped<Look, T>(
  things: readonly T[],
  lookOf: (thing: T) => Look,
  boxOf: (thing: T) => Box,
): Group<Look, T>[] {
  const groups = new Map<Look, Placed<T>[]>()
  for (const thing of things) {
    const look = lookOf(thing)
    const members = groups.get(look)
    const placed = { thing, box: boxOf(thing) }
    if (members === undefined) groups.set(look, [placed])
    else members.push(placed)
  }
  return [...groups].map(([look, members]) => ({ look, members }))
}

const inside = <Look, T>(groups: readonly Group<Look, T>[], region: Box) =>
  groups.flatMap(({ look, members }) => {
    const near = members.filter(({ box }) => overlaps(box, region)).map(({ thing }) => thing)
    return near.length === 0 ? [] : [{ look, members: near }]
  })

function paintHulls(pen: Pen, { hulls }: Scene): void {
  for (const { path, stroke } of hulls) {
    pen.beginPath()
    tracePath(pen, path)
    pen.globalAlpha = hullSoftness
    pen.fillStyle = stroke.colour
    pen.fill()
    pen.globalAlpha = 1
    setStroke(pen, stroke)
    pen.stroke()
  }
}

function paintEdges(
  pen: Pen,
  { stroke, opacity, band }: EdgeLook,
  edges: readonly SceneEdge[],
): void {
  pen.beginPath()
  for (const { path } of edges) tracePath(pen, path)
  if (band !== null) {
    pen.globalAlpha = opacity * band.opacity
    setStroke(pen, { colour: band.colour, width: stroke.width + 2 * band.reach, line: 'solid' })
    pen.stroke()
  }
  pen.globalAlpha = opacity
  setStroke(pen, stroke)
  pen.stroke()
  pen.beginPath()
  for (const { arrow } of edges) if (arrow !== null) tracePath(pen, arrow)
  pen.fillStyle = stroke.colour
  pen.fill()
}

export const fontOf = (size: number, bold: boolean): string =>
  `${bold ? 'bold ' : ''}${size}px system-ui, 'Segoe UI', Helvetica, Arial, sans-serif`

function paintLabel(pen: Pen, { lines, size, bold, at }: Label, { ink, paper }: Scene): void {
  pen.font = fontOf(size, bold)
  pen.textAlign = 'center'
  for (const [row, line] of lines.entries())
    writeRimmed(pen, line, { x: at.x, y: at.y + row * size * lineHeight }, { size, paper, ink })
}

function paintCaption(pen: Pen, item: CaptionItem, { ink, faint }: Scene): void {
  if (item.kind === 'text') {
    pen.font = fontOf(item.size, item.bold)
    pen.textAlign = 'left'
    pen.fillStyle = item.faint ? faint : ink
    pen.fillText(item.text, item.x, item.y)
    return
  }
  pen.beginPath()
  tracePath(pen, item.path)
  if (item.kind === 'shape') {
    pen.fillStyle = item.fill
    pen.fill()
    return
  }
  setStroke(pen, item.stroke)
  pen.stroke()
}
