import type { CrawlRequest } from '@shared/crawl'
import { type Graph, spaceKeyOf } from '@shared/graph'
import { PageKind } from '@shared/map'
import { counted } from '@shared/text'
import type { Connected } from './connect'
import { codeOf, walk } from './crawl'
import { exitCodes, type Io } from './io'

type Wanted = {
  /** Keys of the spaces that were mapped. */
  readonly space: readonly string[]
  /** Names of relations that no page holds. */
  readonly also: readonly string[]
  readonly alsoMaxCalls: number
}

/** Longest time in ms that it waits for a site that is gone. */
const waitMs = 60_000

/** Asks each page of a map for relations of chosen names too, at a price that is told before. */
export async function alsoAsked(
  connected: Connected,
  { space, also, alsoMaxCalls }: Wanted,
  graph: Graph,
  io: Io,
) {
  const mapped = new Set(space.map((key) => key.toLowerCase()))
  const pages = [...graph.nodes.values()].filter(
    (node) =>
      PageKind.safeParse(node.subtype).success && mapped.has(spaceKeyOf(node)?.toLowerCase() ?? ''),
  )
  if (also.length === 0 || pages.length === 0 || io.signal.aborted) {
    return { graph, calls: 0, code: exitCodes.complete, failure: undefined, asked: {} }
  }
  const request: CrawlRequest = {
    starts: pages.map(({ id }) => id),
    relations: [...also],
    direction: 'out',
    types: ['content', 'user', 'space'],
    depth: 1,
    budget: { nodes: 1_000_000, calls: alsoMaxCalls },
  }
  const calls = pages.length * also.length * request.types.length
  io.err(
    `Asking ${counted(pages.length, 'page')} for ${also.join(', ')}: about ${counted(calls, 'call')}, at most ${alsoMaxCalls.toLocaleString('en')}.\n`,
  )
  const walked = await walk(connected, { request, waitMs }, graph, io)
  const { summary, asked } = walked
  if (summary.reason === 'calls-budget') io.err('Partial: stopped at the limit of calls.\n')
  return {
    graph: walked.graph,
    calls: summary.calls,
    code: codeOf[summary.state],
    failure: summary.failure,
    asked,
  }
}
