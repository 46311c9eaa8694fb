import type { DemoContent } from './model'
import { createRandom } from './random'

/** Pages among which the one above is looked for: a section grows page after page. */
const nearBy = 18
/** Share of the pages that begin a section, right below the home page. */
const sections = 0.06

/**
 * Puts the pages of each space into a tree of uneven depth: the first one that all may see is its
 * home page, and most others stand below one that was written shortly before them.
 */
export function inTrees(pages: readonly DemoContent[]): DemoContent[] {
  // A stream of its own: the rest of the site does not depend on where its pages stand.
  const random = createRandom(2_718)
  const before = new Map<string, string[]>()
  return pages.map((page) => {
    const above = before.get(page.spaceKey) ?? []
    before.set(page.spaceKey, above)
    const isHome = above.length === 0
    if (isHome && (page.restricted || page.status !== 'current')) return page
    const parentId = isHome ? null : parentAmong(above, random)
    above.push(page.id)
    return { ...page, parentId }
  })
}

function parentAmong(above: readonly string[], random: ReturnType<typeof createRandom>): string {
  const near = Math.min(above.length, nearBy)
  const at = random.chance(sections) ? 0 : above.length - 1 - random.below(near)
  return above[at] ?? ''
}
