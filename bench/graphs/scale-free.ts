import {
  type Batch,
  type Entity,
  nodeId,
  type NodeId,
  type Relation,
  relationOf,
} from '@shared/graph'
import { createRandom } from './random'

/** Relations that each newcomer brings. */
const perNode = 2
const spaces = ['DOC', 'ENG', 'OPS', 'HR', 'LAW', 'MKT', 'NET', 'QA', 'RND', 'WEB']
const relations = ['link', 'depends-on', 'documents', 'owned-by', 'blocks', 'replaces']
const subjects = ['Release', 'Onboarding', 'Backup', 'Contract', 'Network', 'Search', 'Billing']
const matters = [
  'plan',
  'guide',
  'decision',
  'review',
  'runbook',
  'minutes',
  'checklist',
  'Überblick',
]
const people = 40
const firstDay = Date.UTC(2024, 0, 1)

/**
 * A graph that grows as Barabási and Albert have it: each newcomer is related to nodes that are
 * already there, the rather to those that have many relations. The same seed gives the same graph.
 */
export function createGrowth(seed = 1) {
  const random = createRandom(seed)
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)]
    if (one === undefined) throw new Error('Nothing to pick from')
    return one
  }
  /** Each node as often as it has relations. */
  const ends: Entity[] = []
  let count = 0

  const partners = (): Set<Entity> => {
    const chosen = new Set<Entity>()
    const wanted = Math.min(perNode, count)
    while (chosen.size < wanted) chosen.add(pick(ends))
    return chosen
  }
  const newcomer = (): { entity: Entity; relations: Relation[] } => {
    const entity = entityAt(count, pick)
    const found = partners()
    const made = [...found].map((other) =>
      relationOf(pick(relations), entity.id, other.id, when(random)),
    )
    // The first one has nobody to be related to yet.
    if (count === 0) ends.push(entity)
    for (const other of found) ends.push(entity, other)
    count += 1
    return { entity, relations: made }
  }
  return {
    /** So many nodes more, and what relates them to the graph. */
    next: (nodes: number): Batch => {
      const made = Array.from({ length: nodes }, newcomer)
      return {
        entities: made.map(({ entity }) => entity),
        relations: made.flatMap((one) => one.relations),
      }
    },
    /** What expanding a node brings: newcomers at it, every third with another relation. */
    around: (hub: NodeId, nodes: number): Batch => {
      const entities = Array.from({ length: nodes }, () => entityAt(count++, pick))
      return {
        entities,
        relations: entities.flatMap(({ id }, at) => [
          relationOf(pick(relations), hub, id, when(random)),
          ...(at % 3 === 0 ? [relationOf(pick(relations), id, pick(ends).id, when(random))] : []),
        ]),
      }
    },
  }
}

type Pick = <T>(all: readonly T[]) => T

function entityAt(at: number, pick: Pick): Entity {
  const key = String(100_000 + at)
  const title = `${pick(subjects)} ${pick(matters)} ${at}`
  if (at % 40 === 7)
    return { id: nodeId({ type: 'user', key }), type: 'user', key, title, status: 'current' }
  if (at % 200 === 11)
    return { id: nodeId({ type: 'space', key }), type: 'space', key, title, status: 'current' }
  const space = pick(spaces)
  return {
    id: nodeId({ type: 'content', key }),
    type: 'content',
    key,
    title,
    status: 'current',
    subtype: at % 9 === 4 ? 'blogpost' : 'page',
    space: { key: space, name: `The ${space} space` },
  }
}

const when = (random: () => number) => {
  const person = Math.floor(random() * people)
  return {
    createdBy: { key: `p${person}`, name: `Person ${person}` },
    createdAt: new Date(firstDay + Math.floor(random() * 700) * 86_400_000).toISOString(),
  }
}
