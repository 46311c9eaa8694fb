import { type Batch, type Entity, nodeId, type Relation, writtenRelation } from '@shared/graph'
import { createRandom } from './random'

/** A page of a wiki that does not exist. */
type Page = {
  readonly at: number
  readonly parent: number
  readonly depth: number
  readonly children: number[]
  /** The page right under the home page above it. */
  readonly section: number
  readonly space: number
}

const pagesASpace = 2500
const sectionsASpace = 14
const deepest = 8
const mostChildren = 60
/** The part of pages that have none below them. */
const leaves = 0.75
/** Parts of all pages: without a link, and named by many. */
const bare = 0.35
const hubs = 0.004
/** How links are shared out among pages that have any: few have many, and all have 1.3 a page. */
const tail = 1.6
const mostLinks = 80

export type Wiki = {
  readonly batch: Batch
  /** The section of each page, in the order of the entities. */
  readonly sections: Int32Array
}

/**
 * What a map of a wiki brings: a page tree of uneven depth, a home page for each space, sections
 * below it, and links, most of which stay near in the tree. The same seed gives the same wiki.
 */
export function wikiOf(count: number, seed = 1): Wiki {
  const random = createRandom(seed)
  const pages = growTree(count, random)
  const links = growLinks(pages, random)
  const entities = pages.map(entityOf)
  const relation = (name: string, from: number, to: number): Relation[] => {
    const [source, target] = [entities[from], entities[to]]
    if (source === undefined || target === undefined) return []
    return [writtenRelation(name, source.id, target.id)]
  }
  const relations = [
    ...pages.flatMap(({ at, parent }) => (parent < 0 ? [] : relation('child-of', at, parent))),
    ...links.flatMap(([from, to]) => relation('link', from, to)),
  ]
  return {
    batch: { entities, relations },
    sections: Int32Array.from(pages, ({ section }) => section),
  }
}

type Random = () => number

/** Spaces one after the other; in each, pages go below pages that have room for more. */
function growTree(count: number, random: Random): Page[] {
  const pages: Page[] = []
  let open: { readonly page: Page; room: number }[] = []
  for (let at = 0; at < count; at += 1) {
    const isHome = at % pagesASpace === 0
    const place = Math.floor(random() * open.length)
    const above = isHome ? undefined : open[place]
    if (isHome) open = []
    const page = pageUnder(above?.page, at)
    above?.page.children.push(at)
    if (above !== undefined) above.room -= 1
    if (above?.room === 0) open.splice(place, 1)
    pages.push(page)
    const room = isHome ? sectionsASpace : roomBelow(page, open.length, random)
    if (room > 0) open.push({ page, room })
  }
  return pages
}

const pageUnder = (parent: Page | undefined, at: number): Page => ({
  at,
  space: Math.floor(at / pagesASpace),
  parent: parent?.at ?? -1,
  depth: (parent?.depth ?? -1) + 1,
  children: [],
  section: parent === undefined || parent.depth === 0 ? at : parent.section,
})

/** Most pages have nothing below them, many a few pages, and some dozens. */
function roomBelow({ depth }: Page, open: number, random: Random): number {
  if (depth >= deepest || (open > 3 && depth > 1 && random() < leaves)) return 0
  return Math.min(mostChildren, Math.ceil(2 / (1 - random()) ** 0.7))
}

function growLinks(pages: readonly Page[], random: Random): [number, number][] {
  const many = pages.filter(() => random() < hubs)
  const hubPages = many.length > 0 ? many : pages.slice(0, 1)
  const bySection = grouped(pages, ({ section }) => section)
  const bySpace = grouped(pages, ({ space }) => space)
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const kinds: readonly (readonly [part: number, of: (page: Page) => number | undefined])[] = [
    [0.3, ({ parent }) => pick(pages[parent]?.children ?? [])],
    [0.15, ({ children }) => pick(children)],
    [0.1, ({ parent }) => parent],
    [0.2, ({ section }) => pick(bySection.get(section) ?? [])?.at],
    [0.1, () => pick(hubPages)?.at],
    [0.1, ({ space }) => pick(bySpace.get(space) ?? [])?.at],
    [0.05, () => pick(pages)?.at],
  ]
  const target = (page: Page): number | undefined => {
    let left = random()
    for (const [part, of] of kinds) {
      left -= part
      if (left < 0) return of(page)
    }
    return undefined
  }
  const isBare = pages.map(() => random() < bare)
  /** Another page that may have links; now and then there is none to be found. */
  const found = (page: Page): number | undefined => {
    for (let trial = 0; trial < 8; trial += 1) {
      const to = target(page)
      if (to !== undefined && to >= 0 && to !== page.at && isBare[to] !== true) return to
    }
    return undefined
  }
  return pages.flatMap((page) => {
    if (isBare[page.at] === true) return []
    // One for most, and now and then a page full of them.
    const wanted = Math.min(mostLinks, Math.floor((1 - random()) ** (-1 / tail)))
    const targets = new Set(Array.from({ length: wanted }, () => found(page) ?? page.at))
    targets.delete(page.at)
    return [...targets].map((to): [number, number] => [page.at, to])
  })
}

function grouped(
  pages: readonly Page[],
  keyOf: (page: Page) => number,
): ReadonlyMap<number, Page[]> {
  const groups = new Map<number, Page[]>()
  for (const page of pages) {
    const known = groups.get(keyOf(page))
    if (known === undefined) groups.set(keyOf(page), [page])
    else known.push(page)
  }
  return groups
}

function entityOf({ at, space, depth }: Page): Entity {
  const key = String(500_000 + at)
  return {
    id: nodeId({ type: 'content', key }),
    type: 'content',
    key,
    title: depth === 0 ? `Space ${space} home` : `Page ${at} at depth ${depth}`,
    status: 'current',
    subtype: 'page',
    space: { key: `S${space}`, name: `Space ${space}` },
  }
}
