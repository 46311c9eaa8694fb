import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { type Entity, type NodeId, spaceKeyOf, type Unresolved } from '@shared/graph'
import { type InSentence, PageKind } from '@shared/map'
import { attempt, type Client } from '../../transport'

/** What is known of the sentences of one page. */
export type Sentences =
  | { readonly kind: 'asking' }
  | { readonly kind: 'here'; readonly found: readonly InSentence[] }
  | { readonly kind: 'failed'; readonly failure: Failure }

type State = { readonly pages: ReadonlyMap<NodeId, Sentences> }

type Options = {
  readonly client: Client
  readonly profile: Profile
  readonly workspace: () => string
  readonly onCalls: (calls: number) => void
}

/** Fetches the sentences around what pages name, one call a page, and forgets them at the end. */
export function createSentences({ client, profile, workspace, onCalls }: Options) {
  const store = createStore<State>(() => ({ pages: new Map() }))
  const put = (page: NodeId, sentences: Sentences) =>
    store.setState(({ pages }) => ({ pages: new Map(pages).set(page, sentences) }))
  return {
    store,
    ask: async (page: Entity): Promise<void> => {
      const asked = askable(page)
      if (asked === null || store.getState().pages.get(page.id)?.kind === 'asking') return
      put(page.id, { kind: 'asking' })
      const at = { profile: profile.id, workspace: workspace() }
      const answer = await attempt(client.map.sentences({ ...at, ...asked }))
      if (answer.ok) onCalls(answer.value.calls)
      put(
        page.id,
        answer.ok
          ? { kind: 'here', found: answer.value.found }
          : { kind: 'failed', failure: answer.failure },
      )
    },
  }
}
export type SentencesModel = ReturnType<typeof createSentences>

/** How a page is asked for its sentences; null for what has no body. */
export function askable(page: Entity) {
  const kind = PageKind.safeParse(page.subtype)
  const space = spaceKeyOf(page)
  return page.type === 'content' && kind.success && space !== undefined
    ? { page: page.key, kind: kind.data, space }
    : null
}

/** The sentences in which a page names this. */
export const sentencesOf = (
  found: readonly InSentence[],
  { relation, names }: Pick<Unresolved, 'relation' | 'names'>,
): string[] => {
  const wanted = names.toLowerCase()
  return found.flatMap((one) =>
    one.relation === relation && one.names.some((name) => name.toLowerCase() === wanted)
      ? [one.sentence]
      : [],
  )
}
