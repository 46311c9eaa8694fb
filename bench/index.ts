/** Runs the topics that are asked for and hands back what they came to. */
import type { Browser } from '@playwright/test'
import { getBrowser } from '../tests/browser/find-browser.mjs'
import { servePages } from './browser/build-pages'
import { openBrowser } from './browser/open-page'
import type { Context } from './context'
import { type Section } from './report/section'
import { arrivals } from './topics/arrivals'
import { crawl } from './topics/crawl'
import { drawing } from './topics/drawing'
import { layout } from './topics/layout'
import { map } from './topics/map'
import { model } from './topics/model'
import { png } from './topics/png'
import { quality } from './topics/quality'
import { workspace } from './topics/workspace'

export { mergeReport, sectionText } from './report/report'

const topics = {
  drawing,
  workspace,
  arrivals,
  layout,
  model,
  png,
  crawl,
  map,
  quality,
} satisfies Record<string, (context: Context) => Promise<Section>>
type TopicName = keyof typeof topics
export const topicNames = Object.keys(topics) as TopicName[]

export type BenchOptions = {
  readonly root: string
  readonly only: readonly string[]
  readonly sizes: readonly number[]
  readonly runs: number
  readonly say: (text: string) => void
  readonly onSection: (section: Section) => void
}

export async function runBench(options: BenchOptions): Promise<void> {
  let browser: Promise<Browser> | null = null
  let pages: ReturnType<typeof servePages> | null = null
  const context: Context = {
    ...options,
    browser: () => (browser ??= openBrowser(getBrowser())),
    pages: async () => (await (pages ??= servePages(options.root))).origin,
  }
  try {
    for (const name of topicNames) {
      if (options.only.length > 0 && !options.only.includes(name)) continue
      options.say(`— ${name}`)
      options.onSection(await topics[name](context))
    }
  } finally {
    await (await (browser as Promise<Browser> | null))?.close()
    await (await (pages as ReturnType<typeof servePages> | null))?.stop()
  }
}
