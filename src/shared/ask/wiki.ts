import type { NodeId } from '../graph'
import { type AskInput, type AskNode, type ReadRelation, readRelations } from './model'

/** Where the relations of one name lead from each node, by indexes; none at most nodes. */
export type Ways = {
  readonly from: (node: number) => readonly number[]
  readonly to: (node: number) => readonly number[]
  readonly size: number
}

/** The graph as the questions walk it. */
export type Wiki = {
  readonly nodes: readonly AskNode[]
  readonly at: ReadonlyMap<NodeId, number>
  readonly ways: Readonly<Record<ReadRelation, Ways>>
  /** Keys of the spaces of which pages were read, in order. */
  readonly spaces: ReadonlySet<string>
  readonly unresolved: AskInput['unresolved']
}

const none: readonly number[] = []

export function toWiki(input: AskInput): Wiki {
  const { nodes, sources, targets, nameOf, isRead, unresolved } = input
  const lists = readRelations.map(() => ({
    out: new Map<number, number[]>(),
    in: new Map<number, number[]>(),
    size: 0,
  }))
  const spaces = new Set<string>()
  sources.forEach((source, edge) => {
    const target = targets[edge] ?? 0
    const list = lists[nameOf[edge] ?? 0]
    if (list === undefined) return
    put(list.out, source, target)
    put(list.in, target, source)
    list.size += 1
    const space = nodes[source]?.space
    if (isRead[edge] === 1 && typeof space === 'string') spaces.add(space)
  })
  const waysOf = (name: ReadRelation): Ways => {
    const list = lists[readRelations.indexOf(name)]
    return {
      from: (node) => list?.out.get(node) ?? none,
      to: (node) => list?.in.get(node) ?? none,
      size: list?.size ?? 0,
    }
  }
  return {
    nodes,
    at: new Map(nodes.map(({ id }, at) => [id, at])),
    ways: {
      link: waysOf('link'),
      includes: waysOf('includes'),
      'lists-children-of': waysOf('lists-children-of'),
      'uses-file-of': waysOf('uses-file-of'),
      'child-of': waysOf('child-of'),
    },
    spaces: new Set([...spaces].sort()),
    unresolved,
  }
}

function put(lists: Map<number, number[]>, key: number, value: number): void {
  const own = lists.get(key)
  if (own === undefined) lists.set(key, [value])
  else own.push(value)
}

/** A page or blog post that readers find: not archived, in no trash, and of a space that was read. */
export function isReadPage(wiki: Wiki, node: AskNode): boolean {
  const isPage = node.subtype === 'page' || node.subtype === 'blogpost'
  return isPage && node.status === 'current' && node.space !== null && wiki.spaces.has(node.space)
}

/** Indexes of nodes for which something holds. */
export const where = (wiki: Wiki, holds: (node: AskNode, at: number) => boolean): number[] =>
  wiki.nodes.flatMap((node, at) => (holds(node, at) ? [at] : []))
