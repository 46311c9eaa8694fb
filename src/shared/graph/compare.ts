import type { GraphFile } from './graph-file'
import { refOf } from './identity'
import type { EntityType, NodeId } from './model'

export type GraphNode = GraphFile['nodes'][number]
export type GraphEdge = GraphFile['edges'][number]
export type Answer = GraphFile['completeness'][number]
type Side = Pick<GraphFile, 'nodes' | 'edges' | 'completeness'>

type Face = Pick<GraphNode, 'title' | 'status'>
export type ChangedNode = { readonly id: NodeId; readonly was: Face; readonly is: Face }
export type RetypedEdge = { readonly was: GraphEdge; readonly is: GraphEdge }

/** What differs between two exports; every list is sorted, so that it can be compared as text. */
export type GraphDiff = {
  readonly nodes: {
    readonly added: readonly GraphNode[]
    readonly gone: readonly GraphNode[]
    /** Another title or status. */
    readonly changed: readonly ChangedNode[]
  }
  readonly edges: {
    readonly added: readonly GraphEdge[]
    readonly gone: readonly GraphEdge[]
    /** The same ends with another name; such a pair is in neither `added` nor `gone`. */
    readonly retyped: readonly RetypedEdge[]
    /** Absent after, but nothing that was asked would have shown them: they may still be there. */
    readonly unsure: readonly GraphEdge[]
  }
  /** Questions that are forbidden after and were not before. */
  readonly forbidden: readonly Answer[]
  readonly isSame: boolean
}

/** Compares two exports of one site. Each thing is looked at once, so large graphs are fine. */
export function compareGraphs(before: Side, after: Side): GraphDiff {
  const nodes = compareNodes(before, after)
  const edges = compareEdges(before, after)
  const forbidden = newlyForbidden(before, after)
  const lists = [...Object.values(nodes), ...Object.values(edges), forbidden]
  return { nodes, edges, forbidden, isSame: lists.every(({ length }) => length === 0) }
}

function compareNodes(before: Side, after: Side): GraphDiff['nodes'] {
  const [old, now] = [byId(before.nodes), byId(after.nodes)]
  const changed = [...now.values()].flatMap((is): ChangedNode[] => {
    const was = old.get(is.id)
    if (was === undefined || (was.title === is.title && was.status === is.status)) return []
    return [{ id: is.id, was: faceOf(was), is: faceOf(is) }]
  })
  return { added: lackingIn(old, now), gone: lackingIn(now, old), changed }
}

function compareEdges(before: Side, after: Side): GraphDiff['edges'] {
  const [old, now] = [byId(before.edges), byId(after.edges)]
  const isAnswered = answeredIn(after)
  const lost = lackingIn(now, old)
  const pairs = pairUp(lost.filter(isAnswered), lackingIn(old, now))
  return { ...pairs, unsure: lost.filter((edge) => !isAnswered(edge)) }
}

/** Pairs what went with what came between the same ends, in order, until one side runs out. */
function pairUp(lost: readonly GraphEdge[], found: readonly GraphEdge[]) {
  const waiting = new Map<string, GraphEdge[]>()
  // Backwards, so that taking from the end gives the first.
  for (const edge of found.toReversed()) {
    const key = endsKey(edge)
    const others = waiting.get(key)
    if (others === undefined) waiting.set(key, [edge])
    else others.push(edge)
  }
  const taken = new Set<GraphEdge>()
  const gone: GraphEdge[] = []
  const retyped: RetypedEdge[] = []
  for (const was of lost) {
    const is = waiting.get(endsKey(was))?.pop()
    if (is === undefined) gone.push(was)
    else {
      taken.add(is)
      retyped.push({ was, is })
    }
  }
  return { added: found.filter((edge) => !taken.has(edge)), gone, retyped }
}

/** Whether a question with a complete answer would have shown the relation, from either end. */
function answeredIn({ completeness }: Side): (edge: GraphEdge) => boolean {
  const answered = new Set(
    completeness.filter(({ state }) => state === 'complete').map(questionKey),
  )
  return ({ relation, source, target }) => {
    const [here, there] = [refOf(source).type, refOf(target).type]
    return (
      answered.has(questionKey({ node: source, relation, direction: 'out', type: there })) ||
      answered.has(questionKey({ node: target, relation, direction: 'in', type: here }))
    )
  }
}

function newlyForbidden(before: Side, after: Side): Answer[] {
  const forbiddenIn = ({ completeness }: Side) =>
    new Map(
      completeness
        .filter(({ state }) => state === 'forbidden')
        .map((answer) => [questionKey(answer), answer]),
    )
  return sorted(lackingIn(forbiddenIn(before), forbiddenIn(after)), questionKey)
}

type Question = Pick<Answer, 'node' | 'relation' | 'direction'> & { readonly type: EntityType }

/** As JSON, because names and keys may hold any separator. */
const questionKey = ({ node, relation, direction, type }: Question): string =>
  JSON.stringify([node, relation, direction, type])
const endsKey = ({ source, target }: GraphEdge): string => JSON.stringify([source, target])

const idOf = ({ id }: { readonly id: string }): string => id
const faceOf = ({ title, status }: Face): Face => ({ title, status })

/** In the order of ids, once each. */
const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(sorted(all, idOf).map((one) => [one.id, one]))

/** What `more` holds and `known` does not. */
const lackingIn = <T>(known: ReadonlyMap<string, T>, more: ReadonlyMap<string, T>): T[] =>
  [...more].filter(([key]) => !known.has(key)).map(([, one]) => one)

/** By code units, as exports are sorted, so that no locale changes the order. */
function sorted<T>(all: Iterable<T>, keyOf: (one: T) => string): T[] {
  const keyed = [...all].map((one) => ({ key: keyOf(one), one }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ one }) => one)
}
