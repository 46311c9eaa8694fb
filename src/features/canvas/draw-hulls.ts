type Point = { readonly x: number; readonly y: number }
type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

export type Hull = {
  readonly name: string
  readonly colour: string
  /** In the picture's own px. */
  readonly outline: readonly Point[]
}

/** Of the fill; the outline and the name are drawn in full. */
const softness = 0.09
/** Narrower hulls, px of the screen, wear no name: it would be noise. */
const roomForName = 70

/** Draws hulls where the picture is now; `extent` is the part of it that is in view. */
export function drawHulls(surface: HTMLCanvasElement, hulls: readonly Hull[], extent: Box): void {
  const pen = surface.getContext('2d')
  const { clientWidth: width, clientHeight: height } = surface
  if (pen === null || width === 0) return
  const ratio = window.devicePixelRatio
  if (surface.width !== Math.round(width * ratio)) surface.width = Math.round(width * ratio)
  if (surface.height !== Math.round(height * ratio)) surface.height = Math.round(height * ratio)
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, width, height)
  const scale = width / (extent.x2 - extent.x1)
  const onScreen = ({ x, y }: Point) => ({
    x: (x - extent.x1) * scale,
    y: (y - extent.y1) * scale,
  })
  const { color, backgroundColor } = getComputedStyle(surface)
  const placed = hulls.map((hull) => ({ ...hull, outline: hull.outline.map(onScreen) }))
  for (const hull of placed) drawHull(pen, hull)
  for (const hull of placed) drawName(pen, hull, { ink: color, paper: backgroundColor })
}

function drawHull(pen: CanvasRenderingContext2D, { outline, colour }: Hull): void {
  pen.beginPath()
  for (const { x, y } of outline) pen.lineTo(x, y)
  pen.closePath()
  pen.globalAlpha = softness
  pen.fillStyle = colour
  pen.fill()
  pen.globalAlpha = 1
  pen.strokeStyle = colour
  pen.lineWidth = 1.5
  pen.setLineDash([2, 4])
  pen.stroke()
}

/** On the upper edge, on paper, so that it can be read over whatever is there. */
function drawName(
  pen: CanvasRenderingContext2D,
  { outline, name }: Hull,
  { ink, paper }: { ink: string; paper: string },
): void {
  const across = outline.map(({ x }) => x)
  const [left, right] = [Math.min(...across), Math.max(...across)]
  const top = Math.min(...outline.map(({ y }) => y))
  if (right - left < roomForName) return
  pen.font = '600 12px system-ui, sans-serif'
  const words = shortened(pen, name, Math.max(right - left, roomForName))
  const { width } = pen.measureText(words)
  const middle = (left + right) / 2
  pen.globalAlpha = 0.9
  pen.fillStyle = paper
  pen.fillRect(middle - width / 2 - 4, top - 9, width + 8, 18)
  pen.globalAlpha = 1
  pen.fillStyle = ink
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(words, middle, top)
}

/** The name as far as there is room; how many it holds is kept. */
function shortened(pen: CanvasRenderingContext2D, name: string, room: number): string {
  const [count = ''] = / \(\d+\)$/.exec(name) ?? []
  let title = name.slice(0, name.length - count.length)
  if (pen.measureText(name).width <= room) return name
  while (title.length > 4 && pen.measureText(`${title}…${count}`).width > room)
    title = title.slice(0, -1)
  return `${title.trimEnd()}…${count}`
}
