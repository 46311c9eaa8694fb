import { type NodeId, nodeId, type Relation, type Unresolved, writtenRelation } from '@shared/graph'
import type { Mark } from '../markup'
import type { PageRow, SpacePages } from '../remote'
import type { PageRelation } from './model'
import { type Checked, resolveTarget, type Source } from './resolve-target'
import type { TitleIndex } from './title-index'

/** What is kept of a page that was read: no body, only what it names. */
export type MappedPage = Source & {
  readonly kind: SpacePages['kind']
  readonly node: NodeId
  readonly marks: readonly Mark[]
}

export const mappedPage = (
  row: PageRow,
  { kind, space }: Pick<SpacePages, 'kind' | 'space'>,
  marks: readonly Mark[],
): MappedPage => ({
  id: row.entity.key,
  spaceKey: space.key,
  parentId: row.parentId,
  kind,
  node: row.entity.id,
  marks,
})

/** The relations of a page as far as they lead somewhere, each once; and what does not. */
export function relationsOf(
  page: MappedPage,
  wanted: ReadonlySet<PageRelation>,
  index: TitleIndex,
  checked: Checked,
): { readonly relations: readonly Relation[]; readonly unresolved: readonly Unresolved[] } {
  const relations = new Map<string, Relation>()
  const unresolved = new Map<string, Unresolved>()
  const put = (relation: Relation) => relations.set(relation.id, relation)

  if (wanted.has('child-of') && page.parentId !== null) {
    put(writtenRelation('child-of', page.node, nodeId({ type: 'content', key: page.parentId })))
  }
  for (const { relation, target, words } of page.marks) {
    if (!wanted.has(relation)) continue
    const resolved = resolveTarget(target, page, index, checked)
    // A page that links to a heading of its own links to nothing else.
    if (resolved.kind === 'node' && resolved.node !== page.node) {
      put(writtenRelation(relation, page.node, resolved.node))
    }
    if (resolved.kind === 'open') {
      const { names, state } = resolved
      const open = { source: page.node, relation, names, state }
      const key = `${relation}|${names}`
      if (!unresolved.has(key)) {
        unresolved.set(key, { ...open, ...(words !== undefined && { words }) })
      }
    }
  }
  return { relations: [...relations.values()], unresolved: [...unresolved.values()] }
}

/** Whether a mark names its target by title and leads nowhere yet. */
export function isOpenTitle(
  { target }: Mark,
  page: MappedPage,
  index: TitleIndex,
  checked: Checked,
): boolean {
  const byTitle = target.kind === 'page' || target.kind === 'blogpost' || target.kind === 'name'
  return byTitle && resolveTarget(target, page, index, checked).kind === 'open'
}
