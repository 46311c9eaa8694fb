import type { Graph, NodeId, Relation } from '@shared/graph'
import { type Fold, type Picture, standInsOf } from '@shared/picture'
import { counted, isolated, quoted } from '@shared/text'
import { knowledgeOf } from '../crawl'
import { type Facts, nodeWords } from './node-words'

/** Names of relations that are told one by one; the rest is counted. */
const told = 4

/** What stands for many, for who looks at it. */
export function foldFacts(graph: Graph, fold: Fold, folds: readonly Fold[]): Facts {
  switch (fold.kind) {
    case 'group':
      return {
        name: fold.name,
        facts: [`${counted(fold.nodes.length, 'node')} as one`, ...tiesOf(graph, fold.nodes)],
      }
    case 'leaves':
      return {
        name: `${fold.nodes.length.toLocaleString('en')} × ${fold.relation}`,
        facts: [`${counted(fold.nodes.length, 'node')} as one`],
      }
    case 'relations': {
      const relations = fold.edges.flatMap((id) => graph.edges.get(id) ?? [])
      const ends = endsOf(graph, relations, folds)
      return {
        name: counted(fold.edges.length, 'relation'),
        facts: [...(ends === null ? [] : [`between ${ends}`]), namesOf(relations)],
      }
    }
  }
}

/** A node as it is drawn, for who hears it: itself, or what stands for it and for others. */
export function drawnWords(
  graph: Graph,
  id: NodeId,
  { folds, knowledge }: Pick<Picture, 'folds' | 'knowledge'>,
): string {
  const drawnAs = standInsOf(folds).get(id) ?? id
  const fold = folds.find(({ shown }) => shown === drawnAs)
  if (fold !== undefined) {
    const { name, facts } = foldFacts(graph, fold, folds)
    return `${isolated(name)}: ${facts.join('. ')}.`
  }
  const entity = graph.nodes.get(id)
  return entity === undefined ? '' : nodeWords(graph, entity, knowledgeOf(entity, knowledge))
}

/** What leads out of some nodes, into them, and from one of them to another. */
function tiesOf({ edges, incident }: Graph, nodes: readonly NodeId[]): string[] {
  const inside = new Set(nodes)
  const counts = { out: 0, in: 0, within: 0 }
  for (const id of new Set(nodes.flatMap((node) => [...(incident.get(node) ?? [])]))) {
    const relation = edges.get(id)
    if (relation === undefined) continue
    if (!inside.has(relation.target)) counts.out += 1
    else if (!inside.has(relation.source)) counts.in += 1
    else counts.within += 1
  }
  const words = (['out', 'in', 'within'] as const).map(
    (way) => `${counts[way].toLocaleString('en')} ${way}`,
  )
  return [`at least ${words.join(', ')}`]
}

/** The two that relations are between, as they are drawn. */
function endsOf(graph: Graph, [first]: readonly Relation[], folds: readonly Fold[]): string | null {
  if (first === undefined) return null
  const standIns = standInsOf(folds)
  const nameAt = (id: NodeId): string => {
    const at = standIns.get(id)
    const fold = folds.find(({ kind, shown }) => kind === 'group' && shown === at)
    return quoted(fold?.kind === 'group' ? fold.name : (graph.nodes.get(id)?.title ?? id))
  }
  return `${nameAt(first.source)} and ${nameAt(first.target)}`
}

/** `link 12, explains 3`, the most first. */
function namesOf(relations: readonly Relation[]): string {
  const counts = new Map<string, number>()
  for (const { relation } of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const names = sorted.slice(0, told).map(([name, count]) => `${isolated(name)} ${count}`)
  const more = sorted.length - names.length
  return [...names, ...(more > 0 ? [`${more} more names`] : [])].join(', ')
}
