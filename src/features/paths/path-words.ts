import { estimateCalls, type PathAnswer, type PathGaps, type PathRequest } from '@shared/crawl'
import type { EdgeId, NodeId, Path, Relation } from '@shared/graph'
import { counted, isolated } from '@shared/text'
import { knowledgeWords } from '../crawl'

const stepWords = (count: number) => counted(count, 'step')
export const callWords = (count: number) => counted(count, 'call')

const gapStates = ['forbidden', 'failed', 'gone', 'not-supported', 'cut'] as const

/** `212 calls, 3 forbidden`: what a search took, and how many questions had no full answer. */
export const costWords = (calls: number, gaps: PathGaps): string =>
  [
    callWords(calls),
    ...gapStates.flatMap((state) => {
      const count = gaps[state] ?? 0
      return count === 0 ? [] : [`${count} ${knowledgeWords[state].word}`]
    }),
  ].join(', ')

/** What a search on the site found, and how far that can be relied upon. */
export function answerWords(answer: PathAnswer): string {
  const cost = costWords(answer.calls, answer.gaps)
  const mayHide =
    Object.keys(answer.gaps).length === 0 ? '' : ' What could not be read may hide one.'
  switch (answer.kind) {
    case 'found':
      return `Found: ${stepWords(answer.steps)}, ${cost}. ${
        answer.isWhole
          ? 'All paths as short are drawn.'
          : 'There may be others as short or shorter.'
      }`
    case 'none':
      return answer.isExhausted
        ? `No path by these relations and types, however long: ${cost}. All that one end leads to was seen.`
        : `No path within ${stepWords(answer.steps)}, ${cost}.${mayHide}`
    case 'budget':
      return `Stopped at the limit: ${soFar(answer.steps)}, ${cost}.${mayHide}`
    case 'stopped':
      return `Stopped; results so far are kept: ${soFar(answer.steps)}, ${cost}.${mayHide}`
    case 'failed':
      return `Broken off; results so far are kept: ${soFar(answer.steps)}, ${cost}.`
  }
}

const soFar = (steps: number) =>
  steps === 0
    ? 'no path is known yet'
    : `no path of up to ${stepWords(steps)}; longer ones are not known`

/** What a search will cost: the first step as it is, the rest by what is usual. */
export function priceWords(request: PathRequest): string {
  const { firstStep, total, capped } = estimateCalls({
    starts: [request.from, request.to],
    relations: [...request.relations],
    direction: request.directed ? 'out' : 'both',
    types: [...request.types],
    depth: Math.ceil(request.steps / 2),
    budget: { nodes: 1_000_000, calls: request.calls },
  })
  const end = capped === 'calls' ? ', the limit' : ''
  return `About ${callWords(firstStep)} for one step from both ends, ${callWords(total)} in all${end}. What is known is not asked again.`
}

/** What of the paths in the drawn graph is listed. */
export function drawnWords(found: readonly Path[], limit: number): string {
  const [first] = found
  if (first === undefined) {
    return 'No path in what is drawn. There may be one through nodes that were not asked yet.'
  }
  const shortest = found.filter(({ nodes }) => nodes.length === first.nodes.length).length
  const more = found.length - shortest
  return `${counted(shortest, 'shortest path')} of ${stepWords(first.nodes.length - 1)}${
    more === 0 ? '' : `, ${more} one step longer`
  }${found.length === limit ? `; the first ${limit} are listed` : ''}.`
}

type Edges = { readonly edges: ReadonlyMap<EdgeId, Relation> }

/** `A –depends-on→ B ←owned-by– C`: each step with its relations, which way each of them runs. */
export function pathLine(
  { nodes, edges }: Path,
  graph: Edges,
  titleOf: (id: NodeId) => string,
): string {
  const relations = edges.flatMap((id) => graph.edges.get(id) ?? [])
  return nodes
    .map((node, at) => {
      const next = nodes[at + 1]
      if (next === undefined) return isolated(titleOf(node))
      return `${isolated(titleOf(node))} ${stepLine(relations, node, next)} `
    })
    .join('')
}

function stepLine(relations: readonly Relation[], from: NodeId, to: NodeId): string {
  const namesOf = (source: NodeId, target: NodeId) =>
    relations
      .filter((one) => one.source === source && one.target === target)
      .map(({ relation }) => isolated(relation))
  const [out, back] = [namesOf(from, to), namesOf(to, from)]
  return [
    ...(out.length === 0 ? [] : [`–${out.join(', ')}→`]),
    ...(back.length === 0 ? [] : [`←${back.join(', ')}–`]),
  ].join(' ')
}
