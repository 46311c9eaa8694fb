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
