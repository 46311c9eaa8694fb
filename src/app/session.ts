import type { Profile } from '@shared/contract'
import { explain, FailureError } from '@shared/failure'
import type { Kept, KeptCrawl, WorkspaceState } from '@shared/workspace'
import { mergeWords } from '@shared/vocabulary'
import { isEqual } from 'es-toolkit/predicate'
import { type CrawlModel, type CrawlState, createCrawlStore, type Ended } from '../features/crawl'
import { createCanvasStore, type CanvasModel } from '../features/canvas'
import { createDraftStore, createEditStore, type Draft, type Edits } from '../features/edit'
import { createBatchQueue, createGraphStore, type GraphModel } from '../features/graph'
import { createPicture, type PictureModel } from '../features/picture'
import { createViewStore, keptView, type View, type ViewAct } from '../features/view'
import { createVocabularyStore, type Vocabulary } from '../features/vocabulary'
import { createRemoteStore, type Remote } from '../features/remote'
import { createWorkspaceStore, type Workspace } from '../features/workspace'
import { attempt, type Client } from '../transport'
import { afterPress, type Notices } from '../ui'
import { createArrivals } from './arrivals'
import { type Acts, createActs } from './edit-acts'
import { createExpansions } from './expansions'
import { loadedWords } from './live-words'
import { sayFailure, sayLeftOut, sayMove } from './say'

export type Session = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
  readonly crawl: CrawlModel
  readonly edits: Edits
  readonly draft: Draft
  readonly remote: Remote
  readonly vocabulary: Vocabulary
  readonly workspace: Workspace
  readonly notices: Notices
  readonly acts: Acts
  /** The workspace as it was found. */
  readonly opened: WorkspaceState
}

/** Opens a site's workspace, the last used one where none is named. Throws `FailureError`. */
export async function openSession(
  client: Client,
  profile: Profile,
  notices: Notices,
  workspace?: string,
): Promise<Session> {
  const wanted = { profile: profile.id, ...(workspace === undefined ? {} : { workspace }) }
  const answer = await attempt(client.workspace.open(wanted))
  if (!answer.ok) throw new FailureError(answer.failure)
  return createSession(client, profile, notices, answer.value)
}

/** Everything that belongs to one open workspace: its stores, wired in the order of the flow. */
export function createSession(
  client: Client,
  profile: Profile,
  notices: Notices,
  opened: WorkspaceState,
): Session {
  const page = crypto.randomUUID()
  const graph = createGraphStore()
  graph.apply(opened.batch)
  sayLeftOut(notices, opened.unreadable)
  const onAct = ({ kind, title, before, after }: ViewAct) =>
    edits.noteView(kind, title, { before, after })
  const view = createViewStore(opened.view, onAct)
  const vocabulary = createVocabularyStore(client, profile)
  vocabulary.merge(mergeWords(opened.words, []))
  graph.onDelta((delta) => vocabulary.learn(delta.added.edges.map(({ relation }) => relation)))
  let firstCrawl = opened.batch.entities.length === 0
  const queue = createBatchQueue((batch) => {
    const delta = graph.apply(batch)
    // Until the first layout the picture follows what grows, so that it stays in sight.
    if (delta.added.nodes.length > 0 && firstCrawl) canvas.fitNow()
  }, afterPress)
  const expansions = createExpansions(graph, (title, change) =>
    edits.noteView('expand', title, change),
  )
  const crawl = createCrawlStore({
    client,
    profile,
    page,
    kept: { records: opened.records, ...known(opened.crawl) },
    onStart: (start, { relations }) => {
      graph.apply({ entities: [start], relations: [] })
      view.addStart(start.id)
      vocabulary.learn(relations)
      remember(client, profile, relations)
    },
    isDescribed: (id) =>
      (graph.store.getState().graph.nodes.get(id)?.status ?? 'unknown') !== 'unknown',
    onBatch: queue.add,
    onExpand: (node) => {
      queue.flush()
      expansions.begin(node)
    },
    onRecords: (records) => workspace.records(records),
    onEnd: (ended) => {
      queue.flush()
      if (ended.kind === 'crawl' && firstCrawl) void canvas.arrange(undefined, false).then(touch)
      workspace.touch()
      if (ended.kind !== 'expand') firstCrawl = false
      else sayExpanded(ended, expansions.end(ended), { graph, notices })
    },
  })
  const picture = createPicture({ graph, view, crawl })
  const canvas = createCanvasStore({ view, picture, places: opened.places, onAct })
  const touch = () => workspace.touch()
  const workspace: Workspace = createWorkspaceStore({
    ...{ client, profile: profile.id, opened, page, graph },
    arrivals: () => arrivals,
    positions: canvas.positions,
    settle: () => {
      queue.flush()
      crawl.flush()
    },
    kept: () => keptNow({ view, crawl, vocabulary, draft }, page),
    onMove: (move) => sayMove(notices, move),
  })
  for (const store of [crawl.store, vocabulary.store]) store.subscribe(touch)
  view.store.subscribe((now, old) => {
    if (!isEqual(keptView(now), keptView(old))) touch()
  })
  const edits: Edits = createEditStore({
    client,
    profile,
    graph,
    view,
    workspace,
    opened,
    page,
    onCalls: crawl.addCalls,
  })
  const draft: Draft = createDraftStore({
    client,
    profile,
    graph,
    view,
    kept: opened.draft,
    onCalls: crawl.addCalls,
    onAct: (title, change) => edits.noteView('draft', title, change),
    onChange: touch,
  })
  const arrivals = createArrivals({ graph, view, canvas, crawl, edits, draft, vocabulary }, () => {
    // What another page has found is arranged there.
    firstCrawl = false
    canvas.fitNow()
  })
  return {
    ...{ client, profile, notices, opened },
    ...{ graph, view, picture },
    canvas,
    crawl,
    edits,
    draft,
    remote: createRemoteStore(client, profile),
    vocabulary,
    workspace,
    acts: createActs({ graph, view, canvas, edits, draft, crawl, notices }),
  }
}

const remember = (client: Client, profile: Profile, relations: readonly string[]): void =>
  void attempt(client.credentials.remember({ profile: profile.id, relations: [...relations] }))

const keptNow = (
  { view, crawl, vocabulary, draft }: Pick<Session, 'view' | 'crawl' | 'vocabulary' | 'draft'>,
  page: string,
): Kept => ({
  view: keptView(view.store.getState()),
  crawl: keptCrawl(crawl.store.getState(), page),
  words: [...vocabulary.store.getState().words],
  draft: [...draft.store.getState().lines],
})

const known = ({ start, follow, calls, running }: KeptCrawl) => ({
  ...{ start, follow, calls },
  others: running,
})

const keptCrawl = (
  { start, follow, calls, running, others }: CrawlState,
  page: string,
): KeptCrawl => ({
  start,
  follow: { ...follow, relations: [...follow.relations], types: [...follow.types] },
  calls,
  running: [...others, ...(running === null ? [] : [{ page, request: running }])],
})

function sayExpanded(
  { start, summary, batch }: Extract<Ended, { kind: 'expand' }>,
  fresh: number,
  { graph, notices }: Pick<Session, 'graph' | 'notices'>,
): void {
  const title = graph.titleOf(start)
  const failure = summary.failure ?? summary.failures[0]?.failure
  if (failure !== undefined && batch.relations.length === 0) {
    sayFailure(notices, failure, `Expanding “${title}” did not go through. `)
    return
  }
  const words = loadedWords(start, { batch, summary, fresh })
  notices.say({
    tone: 'plain',
    sentence: `Expanded “${title}”: ${words}.`,
    ...(failure === undefined ? {} : { next: explain(failure).sentence }),
  })
}
