import {
  findInsights,
  type Insight,
  type InsightInput,
  type InsightKind,
  insightWords,
} from '../insight'
import { misplaced } from './misplaced'
import type { Answer, AnswerGroup, AnswerRow, ReadRelation } from './model'
import { atLeast, noLinks } from './notes'
import { answerOf, group } from './row'
import { where, type Wiki } from './wiki'

const structure = ['hubs', 'bridges', 'joints', 'communities'] as const

/** Hubs, bridges and clusters of what pages link to, pages in the wrong place, rings of includes. */
export function askShape(wiki: Wiki): Answer {
  const linked = columnsOf(wiki, ['link', 'includes'])
  const including = columnsOf(wiki, ['includes'])
  const isAnswered = linked.sources.length > 0
  return answerOf(wiki, {
    kind: 'shape',
    isAnswered,
    notes: isAnswered ? [atLeast(wiki)] : [noLinks],
    groups: [
      ...sectionsOf(wiki, linked, structure),
      group(heads.misplaced, misplaced(wiki)),
      ...sectionsOf(wiki, including, ['cycles']).map((found) => ({ ...found, ...heads.cycles })),
    ],
  })
}

function sectionsOf(wiki: Wiki, input: InsightInput, kinds: readonly InsightKind[]): AnswerGroup[] {
  const sections = findInsights(input, kinds)
  return sections.map(({ kind, total, insights }) => ({
    ...group(
      { kind, ...insightWords[kind] },
      insights.map((one) => insightRow(wiki, one)),
    ),
    total,
  }))
}

function insightRow(wiki: Wiki, { title, more, nodes, edges }: Insight): AnswerRow {
  const [first, ...rest] = nodes
  const only =
    first !== undefined && rest.length === 0 ? wiki.nodes[wiki.at.get(first) ?? -1] : null
  return {
    node: only?.id ?? null,
    title,
    space: only?.space ?? null,
    url: only?.url ?? null,
    why: more,
    nodes,
    edges,
  }
}

/** Content and its relations of some names, as the insights take it. */
function columnsOf(wiki: Wiki, names: readonly ReadRelation[]): InsightInput {
  const content = where(wiki, ({ type }) => type === 'content')
  const placeOf = new Map(content.map((at, place) => [at, place]))
  const edges = names.flatMap((name, nameAt) =>
    content.flatMap((at, source) =>
      wiki.ways[name].from(at).flatMap((to) => {
        const target = placeOf.get(to)
        return target === undefined ? [] : [{ source, target, nameAt }]
      }),
    ),
  )
  const nodes = content.flatMap((at) => wiki.nodes[at] ?? [])
  return {
    ids: nodes.map(({ id }) => id),
    titles: nodes.map(({ title }) => title),
    states: nodes.map(() => 'not-asked'),
    spaces: [],
    spaceOf: new Int32Array(nodes.length).fill(-1),
    names,
    sources: Uint32Array.from(edges, ({ source }) => source),
    targets: Uint32Array.from(edges, ({ target }) => target),
    nameOf: Uint32Array.from(edges, ({ nameAt }) => nameAt),
    isBackKnown: new Uint8Array(edges.length),
    isWritten: new Uint8Array(edges.length).fill(1),
  }
}

const heads = {
  misplaced: {
    kind: 'misplaced',
    title: 'Would fit better elsewhere',
    meaning:
      'At least three, and most, of the pages that they are linked with stand in one other section. A section is what stands below one page under the homepage.',
  },
  cycles: {
    kind: 'include-cycles',
    title: 'Cycles of includes',
    meaning:
      'Pages that include each other in a ring: somewhere Confluence shows nothing or an error.',
  },
} as const
