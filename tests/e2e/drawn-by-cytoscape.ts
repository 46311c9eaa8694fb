import type { JSHandle, Page } from '@playwright/test'
import type { Core } from 'cytoscape'

/** What draws a small graph, for what only it knows: it leaves its own handle on its element. */
export const drawnByCytoscape = (page: Page): Promise<JSHandle<Core>> =>
  page.evaluateHandle(() => {
    type Handle = { _cyreg?: { cy: Core } }
    const frame = [...document.querySelectorAll('*')].find((one) => '_cyreg' in one)
    const cy = (frame as Handle | undefined)?._cyreg?.cy
    if (cy === undefined) throw new Error('Cytoscape draws nothing here.')
    return cy
  })

/** Names of a small graph that something on the screen lies over, and how many are drawn. */
export async function coveredNames(page: Page): Promise<{ covered: string[]; drawn: number }> {
  const cy = await drawnByCytoscape(page)
  return cy.evaluate((core) => {
    const frame = core.container()?.getBoundingClientRect() ?? new DOMRect()
    const covers = [...document.querySelectorAll('[data-covers-picture]')]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
    const named = core.nodes('.labelled').filter((node) => node.data('rank') !== Infinity)
    const covered = named.toArray().flatMap((node) => {
      const { x1, y1, x2, y2 } = node.renderedBoundingBox({
        ...{ includeNodes: false, includeEdges: false, includeOverlays: false },
      })
      const isUnder = covers.some(
        ({ left, top, right, bottom }) =>
          x1 + frame.left < right - 2 &&
          x2 + frame.left > left + 2 &&
          y1 + frame.top < bottom - 2 &&
          y2 + frame.top > top + 2,
      )
      return isUnder ? [String(node.data('text'))] : []
    })
    return { covered, drawn: named.length }
  })
}
