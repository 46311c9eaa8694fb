import type { Graph } from '@shared/graph'

/** More nodes than this are not looked through at each change, but so often, ms. */
const many = 1500
const pause = 250

/**
 * Does something with a graph that changes: at once where it is small, in the pauses where it is
 * large, and always with the last one in the end.
 */
export function followCalmly(follow: () => void): (graph: Graph) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let followed = -Infinity
  const now = () => {
    timer = undefined
    followed = performance.now()
    follow()
  }
  return ({ nodes }) => {
    if (nodes.size <= many) {
      clearTimeout(timer)
      now()
    } else timer ??= setTimeout(now, Math.max(0, followed + pause - performance.now()))
  }
}
