import { type Entity, nodeId, type Relation, type Unresolved, writtenRelation } from '@shared/graph'
import type { PageRelation, Unread } from '@shared/map'
import type { Mark } from '../markup'
import type { PageRow, SpacePages } from '../remote'
import { type Checked, resolveTarget, type Source } from './resolve-target'
import type { TitleIndex } from './title-index'

/** What is kept of a page that was read: no body, only what it names. */
export type MappedPage = Source & {
  readonly kind: SpacePages['kind']
  readonly entity: Entity
  readonly version: number
  readonly marks: readonly Mark[]
  /** Why not all of it could be read. */
  readonly unread?: Unread['why']
  /** It was read once more for the ids of its links, so that need not be done again. */
  readonly paired?: true
}

/** `withBody`: whether one was asked for. */
export function mappedPage(
  row: PageRow,
  { kind, spaceKey }: Pick<MappedPage, 'kind' | 'spaceKey'>,
  withBody: boolean,
): MappedPage {
  const { markup } = row
  const unread = withBody && markup === null ? 'no-body' : markup?.torn ? 'torn' : undefined
  return {
    id: row.entity.key,
    spaceKey,
    parentId: row.parentId,
    kind,
    entity: row.entity,
    version: row.version,
    marks: markup?.marks ?? [],
    ...(unread !== undefined && { unread }),
  }
}

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
  const node = page.entity.id

  if (wanted.has('child-of') && page.parentId !== null) {
    put(writtenRelation('child-of', node, nodeId({ type: 'content', key: page.parentId })))
  }
  for (const mark of page.marks) {
    const { relation, words } = mark
    if (!wanted.has(relation)) continue
    const resolved = resolveMark(mark, page, index, checked)
    // A page that links to a heading of its own links to nothing else.
    if (resolved.kind === 'node' && resolved.node !== node) {
      put(writtenRelation(relation, node, resolved.node))
    }
    if (resolved.kind === 'open') {
      const { names, state } = resolved
      const open = { source: node, relation, names, state }
      const key = `${relation}|${names}`
      if (!unresolved.has(key)) {
        unresolved.set(key, { ...open, ...(words !== undefined && { words }) })
      }
    }
  }
  return { relations: [...relations.values()], unresolved: [...unresolved.values()] }
}

/** By what is written; where that leads nowhere, by the id that was found for it since. */
function resolveMark(
  { target, paired, sought }: Mark,
  page: MappedPage,
  index: TitleIndex,
  checked: Checked,
) {
  const resolved = resolveTarget(target, page, index, checked)
  if (resolved.kind !== 'open') return resolved
  if (paired !== undefined) return resolveTarget(paired, page, index, checked)
  return sought === true && resolved.state === 'not-checked'
    ? { ...resolved, state: 'not-seen' as const }
    : resolved
}

export const isByTitle = ({ target: { kind } }: Mark): boolean =>
  kind === 'page' || kind === 'blogpost' || kind === 'name'

/** Whether a mark names its target by title and leads nowhere yet. */
export const isOpenTitle = (
  mark: Mark,
  page: MappedPage,
  index: TitleIndex,
  checked: Checked,
): boolean =>
  isByTitle(mark) &&
  mark.paired === undefined &&
  resolveTarget(mark.target, page, index, checked).kind === 'open'
