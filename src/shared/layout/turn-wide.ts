/** Turns a picture, in place, round its middle, so that it is wider than high: screens are. */
export function turnWide(places: Float64Array): void {
  const count = places.length / 2
  let [middleX, middleY] = [0, 0]
  for (let at = 0; at < places.length; at += 2) {
    middleX += (places[at] ?? 0) / count
    middleY += (places[at + 1] ?? 0) / count
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [(places[at] ?? 0) - middleX, (places[at + 1] ?? 0) - middleY]
    xx += x * x
    xy += x * y
    yy += y * y
  }
  // The direction in which the nodes lie farthest from each other.
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [(places[at] ?? 0) - middleX, (places[at + 1] ?? 0) - middleY]
    places[at] = x * cos + y * sin
    places[at + 1] = y * cos - x * sin
  }
}
