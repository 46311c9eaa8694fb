import type { DemoContent } from './model'
import { join, type Making } from './making'

const hubLinks = 140

/** What crawlers stumble over: a ring, a self-relation, parallel names, and a hub past one page. */
export function addSpecialCases(making: Making, busy: readonly DemoContent[]): void {
  const [hub, ...rest] = busy.filter(
    ({ status, restricted }) => status === 'current' && !restricted,
  )
  const ring = rest.slice(0, 3)
  const [first, second] = ring
  if (hub === undefined || first === undefined || second === undefined) return
  ring.forEach((page, at) => {
    join(making, 'depends-on', page, ring[(at + 1) % ring.length] ?? first)
  })
  join(making, 'explains', second, second)
  for (const name of ['explains', 'supersedes', 'link']) {
    join(making, name, first, hub)
  }
  for (const page of rest.slice(0, hubLinks)) {
    join(making, 'link', page, hub)
  }
}
