import type { DemoContent } from './model'
import type { Random } from './random'

/** Gives a page that a page of a wiki would name; itself where there is no other. */
export type Nearness = (of: DemoContent) => DemoContent

/** The page below the home page under which a page stands; its own where it stands there itself. */
function sectionsOf(pages: ReadonlyMap<string, DemoContent>): (page: DemoContent) => string {
  const known = new Map<string, string>()
  const sectionOf = (page: DemoContent): string => {
    const before = known.get(page.id)
    if (before !== undefined) return before
    const above = page.parentId === null ? undefined : pages.get(page.parentId)
    const isHead = above === undefined || above.parentId === null
    const section = isHead ? page.id : sectionOf(above)
    known.set(page.id, section)
    return section
  }
  return sectionOf
}

/** How many pages of a space are named from everywhere in it. */
const hubs = 5

/**
 * Most of what a page names stands near by in the tree: next to it, below or above it, in its
 * section. Some pages of a space are named from all over it, and few links leave the space.
 */
export function createNearness(random: Random, pages: readonly DemoContent[]): Nearness {
  const byId = new Map(pages.map((page) => [page.id, page]))
  const sectionOf = sectionsOf(byId)
  const byParent = grouped(pages, ({ parentId }) => parentId ?? '')
  const bySection = grouped(pages, sectionOf)
  const bySpace = grouped(pages, ({ spaceKey }) => spaceKey)
  const inSection = (page: DemoContent) => bySection.get(sectionOf(page)) ?? []
  const inSpace = ({ spaceKey }: DemoContent) => bySpace.get(spaceKey) ?? []

  const parts: readonly (readonly [share: number, of: (page: DemoContent) => Listed])[] = [
    [0.3, ({ parentId }) => byParent.get(parentId ?? '') ?? []],
    [0.15, ({ id }) => byParent.get(id) ?? []],
    [0.1, ({ parentId }) => (parentId === null ? [] : listOf(byId.get(parentId)))],
    [0.2, inSection],
    [0.1, (page) => inSpace(page).slice(0, hubs)],
    [0.1, inSpace],
    [0.05, () => pages],
  ]
  const chosen = (page: DemoContent): Listed => {
    let left = random.share()
    for (const [share, of] of parts) {
      left -= share
      if (left < 0) return of(page)
    }
    return pages
  }
  return (page) => {
    const isSome = (near: Listed) => near.some((one) => one !== page)
    const from = [chosen(page), inSection(page), inSpace(page)].find(isSome)
    return from === undefined ? page : random.pick(from)
  }
}

type Listed = readonly DemoContent[]

const listOf = (page: DemoContent | undefined): Listed => (page === undefined ? [] : [page])

function grouped(pages: Listed, keyOf: (page: DemoContent) => string): ReadonlyMap<string, Listed> {
  const groups = new Map<string, DemoContent[]>()
  for (const page of pages) {
    const key = keyOf(page)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [page])
    else group.push(page)
  }
  return groups
}
