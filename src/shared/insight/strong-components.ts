type Visit = { readonly node: number; next: number }

/**
 * The sets of nodes that can all reach each other along the arrows (Tarjan). Without recursion,
 * unlike graphology's, which overflows the call stack on a chain of some eight thousand nodes.
 */
export function strongComponents(targetsOf: ReadonlyMap<number, readonly number[]>): number[][] {
  const found = new Map<number, number>()
  const low = new Map<number, number>()
  const open = new Set<number>()
  const held: number[] = []
  const components: number[][] = []

  const meet = (node: number): Visit => {
    found.set(node, found.size)
    low.set(node, found.size - 1)
    open.add(node)
    held.push(node)
    return { node, next: 0 }
  }
  const lower = (node: number, value: number | undefined) => {
    if (value !== undefined && value < (low.get(node) ?? 0)) low.set(node, value)
  }
  const close = (node: number) => {
    if (low.get(node) !== found.get(node)) return
    const component = held.splice(held.lastIndexOf(node))
    for (const one of component) open.delete(one)
    components.push(component)
  }

  for (const root of targetsOf.keys()) {
    if (found.has(root)) continue
    const stack = [meet(root)]
    for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
      const target = targetsOf.get(visit.node)?.[visit.next]
      visit.next += 1
      if (target === undefined) {
        stack.pop()
        close(visit.node)
        const parent = stack.at(-1)
        if (parent !== undefined) lower(parent.node, low.get(visit.node))
      } else if (!found.has(target)) stack.push(meet(target))
      else if (open.has(target)) lower(visit.node, found.get(target))
    }
  }
  return components
}
