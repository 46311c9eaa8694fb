import type { Page } from '@playwright/test'
import { openGraph } from './open-graph'

const [spaces, sections, pages] = [['North', 'South'], 6, 110] as const
/** How many nodes it has: pages, and a homepage for each space. */
export const wikiSize = spaces.length * (sections * pages + 1)

type Node = {
  id: string
  title: string
  space: string
  x: number
  y: number
  parent: string | null
}

/** Two spaces of six sections each, every section a block of pages that stand apart from the others. */
function nodesOf(): Node[] {
  return spaces.flatMap((space, row) => {
    const home = `content:${row + 1}00001`
    const top = { id: home, title: `${space} home`, space, x: 2_200, y: row * 2_400, parent: null }
    const blocks = Array.from({ length: sections }, (_, column) =>
      Array.from({ length: pages }, (__, at): Node => {
        const first = `content:${row + 1}${column + 1}1000`
        return {
          id: at === 0 ? first : `content:${row + 1}${column + 1}1${String(at).padStart(3, '0')}`,
          title: at === 0 ? `${space} section ${column + 1}` : `${space} ${column + 1}, page ${at}`,
          space,
          x: column * 900 + (at % 11) * 55,
          y: row * 2_400 + 500 + Math.floor(at / 11) * 55,
          parent: at === 0 ? home : first,
        }
      }),
    )
    return [top, ...blocks.flat()]
  })
}

function wikiGraph() {
  const nodes = nodesOf()
  const edge = (relation: string, source: string, target: string) => ({
    ...{ id: `${relation}|${source}|${target}`, relation, source, target },
  })
  // Each page is a page's child and leads to the next, and every seventh to one of another section.
  const edges = nodes.flatMap(({ id, parent }, at) => [
    ...(parent === null ? [] : [edge('child-of', id, parent)]),
    edge('follows', id, nodes[(at + 1) % nodes.length]?.id ?? id),
    ...(at % 7 === 0 ? [edge('serves', id, nodes[(at + 5 * pages) % nodes.length]?.id ?? id)] : []),
  ])
  return {
    nodes: nodes.map(({ id, title, space, x, y }) => ({
      ...{ id, type: 'content', key: id.slice('content:'.length), title, status: 'current' },
      ...{ space: { key: space.toUpperCase(), name: space }, completeness: 'complete' },
      position: { x, y },
    })),
    edges,
  }
}

/** Opens a small wiki as an imported workspace. */
export const openWiki = (page: Page, folder: string): Promise<void> =>
  openGraph(page, folder, wikiGraph())
