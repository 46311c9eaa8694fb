import type { BadgeLook } from '../cytoscape/badges'
import type { Shape } from './looks'
import type { Pen } from './pen'

type Body = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Begins the path of a node's outline. */
export function outline(pen: Pen, shape: Shape, { x, y, width, height }: Body): void {
  const [left, top] = [x - width / 2, y - height / 2]
  pen.beginPath()
  switch (shape) {
    case 'round':
      pen.ellipse(x, y, width / 2, height / 2, 0, 0, 2 * Math.PI)
      return
    case 'box':
      pen.roundRect(left, top, width, height, Math.min(8, height / 4))
      return
    case 'barrel':
      pen.roundRect(left, top, width, height, [height / 2.2])
      return
    case 'hexagon':
      corners(pen, [
        [left + width / 4, top],
        [left + (3 * width) / 4, top],
        [left + width, y],
        [left + (3 * width) / 4, top + height],
        [left + width / 4, top + height],
        [left, y],
      ])
      return
    case 'cut':
      corners(pen, cutCorners(left, top, width, height, Math.min(8, height / 3)))
  }
}

type Corner = readonly [number, number]

const cutCorners = (
  left: number,
  top: number,
  width: number,
  height: number,
  cut: number,
): Corner[] => [
  [left + cut, top],
  [left + width - cut, top],
  [left + width, top + cut],
  [left + width, top + height - cut],
  [left + width - cut, top + height],
  [left + cut, top + height],
  [left, top + height - cut],
  [left, top + cut],
]

function corners(pen: Pen, all: readonly Corner[]): void {
  all.forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)))
  pen.closePath()
}

const paths = new Map<string, Path2D>()

/** A badge in its square of 16, at the upper right corner of a node. */
export function badge(pen: Pen, { path, paper, ink, size }: BadgeLook, body: Body): void {
  const known = paths.get(path) ?? new Path2D(path)
  paths.set(path, known)
  pen.save()
  pen.translate(body.x + body.width / 2 + 6 - size, body.y - body.height / 2 - 6)
  pen.scale(size / 16, size / 16)
  pen.beginPath()
  pen.arc(8, 8, 7, 0, 2 * Math.PI)
  pen.fillStyle = paper
  pen.fill()
  pen.strokeStyle = ink
  pen.lineWidth = 1.3
  pen.stroke()
  pen.lineWidth = 1.7
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(known)
  pen.restore()
}
