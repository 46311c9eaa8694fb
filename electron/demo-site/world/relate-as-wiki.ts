import { contentRef, join, type Making, put, spaceRef, userRef } from './making'
import type { DemoContent } from './model'
import { createNearness } from './nearness'

/** A third of the pages link to nothing; the others to two, some to many more. */
const linkless = 1 / 3
const oneMore = 0.5

/** Relates the pages of a large site as people do it who write in a tree of pages. */
export function relateAsWiki(making: Making, pages: readonly DemoContent[]): void {
  const { random, users } = making
  const near = createNearness(random, pages)
  const joinNear = (name: string, page: DemoContent): void => {
    const other = near(page)
    if (other !== page) join(making, name, page, other)
  }
  for (const page of pages) {
    if (!random.chance(linkless)) {
      do joinNear('link', page)
      while (random.chance(oneMore))
    }
    if (random.chance(0.2)) joinNear('depends-on', page)
    if (random.chance(0.1)) joinNear('explains', page)
    const from = contentRef(page)
    const { createdAt } = page
    if (random.chance(0.35)) put(making, 'owned-by', from, userRef(random.pick(users)), createdAt)
    if (random.chance(0.1)) put(making, 'reviewed-by', from, userRef(random.pick(users)), createdAt)
    if (random.chance(0.1)) {
      put(making, 'part-of', from, spaceRef({ key: page.spaceKey }), createdAt)
    }
  }
}
