/** A node that could wear a label: where its label would be on the screen, in px, and its rank. */
export type LabelCandidate = {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Higher wins. */
  readonly rank: number
}

/** Room for a label of two lines, in px of the screen. */
export const labelRoom = { width: 136, height: 34 } as const

const fits = (taken: ReadonlyMap<string, readonly LabelCandidate[]>, one: LabelCandidate) => {
  const { column, row } = cellOf(one)
  for (let across = -1; across <= 1; across += 1) {
    for (let down = -1; down <= 1; down += 1) {
      for (const other of taken.get(`${column + across},${row + down}`) ?? []) {
        const clash =
          Math.abs(other.x - one.x) < labelRoom.width &&
          Math.abs(other.y - one.y) < labelRoom.height
        if (clash) return false
      }
    }
  }
  return true
}

const cellOf = ({ x, y }: { x: number; y: number }) => ({
  column: Math.floor(x / labelRoom.width),
  row: Math.floor(y / labelRoom.height),
})

/**
 * Chooses labels that do not lie over each other, the highest rank first. Labels are drawn in one
 * size on the screen, so what is chosen can be read at any zoom.
 */
export function chooseLabels(candidates: readonly LabelCandidate[]): Set<string> {
  const taken = new Map<string, LabelCandidate[]>()
  const chosen = new Set<string>()
  const ranked = [...candidates].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const one of ranked) {
    if (!fits(taken, one)) continue
    chosen.add(one.id)
    const { column, row } = cellOf(one)
    const cell = `${column},${row}`
    taken.set(cell, [...(taken.get(cell) ?? []), one])
  }
  return chosen
}
