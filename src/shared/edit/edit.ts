import { z } from 'zod'
import { type NodeId, Relation, relationOf } from '../graph'
import { dayWords, quoted, isolated } from '../text'

/** One change at Confluence: one call that makes or deletes one relation. */
export const Edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), relation: Relation }),
  z.object({ kind: z.literal('delete'), relation: Relation }),
])
export type Edit = z.infer<typeof Edit>

/**
 * The edit that undoes an edit. What is made again has no creator and no date: Confluence sets
 * new ones.
 */
export function invert({ kind, relation }: Edit): Edit {
  return kind === 'create'
    ? { kind: 'delete', relation }
    : { kind: 'create', relation: relationOf(relation.relation, relation.source, relation.target) }
}

/** One sentence for people: what the edit does, and for a deletion who made it and when (UTC). */
export function describeEdit({ kind, relation }: Edit, titleOf: (id: NodeId) => string): string {
  const ends = `${quoted(relation.relation)} from ${quoted(titleOf(relation.source))} to ${quoted(titleOf(relation.target))}`
  if (kind === 'create') return `Create ${ends}.`
  const by = relation.createdBy === undefined ? '' : ` by ${isolated(relation.createdBy.name)}`
  const on = relation.createdAt === undefined ? '' : ` on ${dayWords(relation.createdAt)}`
  return by + on === '' ? `Delete ${ends}.` : `Delete ${ends}, created${by}${on}.`
}
