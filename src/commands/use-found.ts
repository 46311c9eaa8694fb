import { useMemo } from 'react'
import { useStore } from 'zustand'
import { searchStatus } from '@shared/crawl'
import { explain } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { useEntitySearch } from '../features/crawl/panels'
import { findCounted } from '../features/graph'
import { counted } from '@shared/text'
import { sayFailure, type Session } from '../session'

/** What typing leads to: a node that is drawn, something on the site, or any address of it. */
export type Found =
  | { readonly kind: 'node' | 'page'; readonly entity: Entity }
  | { readonly kind: 'address'; readonly text: string }

/** Of each kind; more are found by typing more. */
const most = { node: 20, page: 12 }

/** Looks in the graph and on the site at once. */
export function useFound({ finder, graph }: Pick<Session, 'finder' | 'graph'>, text: string) {
  const model = useStore(graph.store, (state) => state.graph)
  const search = useEntitySearch(finder, text)
  const drawn = useMemo(() => findCounted(model, text, most.node), [model, text])
  const pages = useMemo(
    () =>
      search.kind === 'found'
        ? search.searched.entities.filter(({ id }) => !model.nodes.has(id)).slice(0, most.page)
        : [],
    [search, model],
  )
  const found: Found[] = [
    ...drawn.first.map((entity) => ({ kind: 'node', entity }) as const),
    ...pages.map((entity) => ({ kind: 'page', entity }) as const),
    ...(search.kind === 'address' ? [{ kind: 'address', text: search.text } as const] : []),
  ]
  const below = drawn.count - drawn.first.length
  const status = [below > 0 ? belowWords(below) : '', statusOf(search, found.length) ?? '']
  return { found, status: status.filter((words) => words !== '').join(' ') || null }
}

const belowWords = (count: number): string =>
  `${counted(count, 'more node', 'more nodes')} in the graph: type more of it.`

function statusOf(search: ReturnType<typeof useEntitySearch>, count: number): string | null {
  switch (search.kind) {
    case 'searching':
      return 'Searching the site…'
    case 'failed':
      return `The site: ${explain(search.failure).sentence}`
    case 'found':
      return searchStatus(search.searched, count, 'Neither in this graph nor on the site.')
    case 'empty':
    case 'address':
      return null
  }
}

/** Goes to it; what is not drawn yet is drawn first. */
export async function openFound(session: Session, found: Found): Promise<void> {
  const { finder, graph, view, notices } = session
  if (found.kind !== 'address') {
    if (found.kind === 'page') graph.apply({ entities: [found.entity], relations: [] })
    view.goTo(found.entity.id)
    return
  }
  const result = await finder.resolve(found.text)
  if (!result.ok) {
    sayFailure(notices, result.failure)
    return
  }
  graph.apply({ entities: [result.value], relations: [] })
  view.goTo(result.value.id)
}
