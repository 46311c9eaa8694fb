import type { DemoContent } from './model'
import { contentRef, type Making, put } from './making'

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
    put(making, 'depends-on', contentRef(page), contentRef(ring[(at + 1) % ring.length] ?? first))
  })
  put(making, 'explains', contentRef(second), contentRef(second))
  for (const name of ['explains', 'supersedes', 'link']) {
    put(making, name, contentRef(first), contentRef(hub))
  }
  for (const page of rest.slice(0, hubLinks)) {
    put(making, 'link', contentRef(page), contentRef(hub))
  }
}
