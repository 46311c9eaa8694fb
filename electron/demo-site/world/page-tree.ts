import type { DemoContent } from './model'
import { createRandom, type Random } from './random'
import { written } from './titles'

/**
 * Puts the pages of each space into a tree of uneven depth: the first one that all may see is its
 * home page, and most others stand below one that was written shortly before them.
 */
export function inTrees(pages: readonly DemoContent[]): DemoContent[] {
  // A stream of its own: the rest of the site does not depend on where its pages stand.
  const random = createRandom(2_718)
  const before = new Map<string, string[]>()
  return pages.map((page, at) => {
    const above = before.get(page.spaceKey) ?? []
    before.set(page.spaceKey, above)
    const isHome = above.length === 0
    if (isHome && (page.restricted || page.status !== 'current')) return page
    const parentAt = at < written ? parentOfWritten : parentOfComposed
    const parentId = isHome ? null : (above[parentAt(above.length, random)] ?? null)
    above.push(page.id)
    return { ...page, parentId }
  })
}

/** Pages among which the one above is looked for: a section grows page after page. */
const nearBy = 18
/** Share of the pages that begin a section, right below the home page. */
const sections = 0.06

function parentOfWritten(count: number, random: Random): number {
  const near = Math.min(count, nearBy)
  return random.chance(sections) ? 0 : count - 1 - random.below(near)
}

/** On a large site every sixth page has pages below it, and a section has some eighty. */
const branch = 6
const openBranches = 4
const largeSections = 0.075

function parentOfComposed(count: number, random: Random): number {
  const last = Math.floor((count - 1) / branch)
  const begins = count % branch === 0 && random.chance(largeSections)
  return begins ? 0 : branch * Math.max(0, last - random.below(openBranches))
}
