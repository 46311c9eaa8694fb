/** Between two parts, model px. */
const gap = 120
/** Width over height of the whole: that of most screens. */
const wanted = 1.6

type Box = { readonly left: number; readonly top: number; width: number; height: number }

/**
 * Where each part goes so that none lies over another: in rows, the first, which is the largest,
 * in the first row. Returns what must be added to the places of each.
 */
export function pack(parts: readonly Float64Array[]): { x: number; y: number }[] {
  const boxes = parts.map(boxOf)
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const row = Math.max(Math.sqrt(area * wanted), ...boxes.map(({ width }) => width + gap))
  let [x, y, height] = [0, 0, 0]
  return boxes.map((box) => {
    if (x > 0 && x + box.width > row) [x, y, height] = [0, y + height + gap, 0]
    const move = { x: x - box.left, y: y - box.top }
    x += box.width + gap
    height = Math.max(height, box.height)
    return move
  })
}

function boxOf(places: Float64Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at] ?? 0)
    right = Math.max(right, places[at] ?? 0)
    top = Math.min(top, places[at + 1] ?? 0)
    bottom = Math.max(bottom, places[at + 1] ?? 0)
  }
  return { left, top, width: right - left, height: bottom - top }
}
