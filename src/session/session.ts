import type { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { WorkspaceState } from '@shared/workspace'
import { mergeWords } from '@shared/vocabulary'
import { type CrawlModel, createFinder, type Finder } from '../features/crawl'
import { createRenewal, type Renewal } from '../features/credentials'
import { createCanvasStore, type CanvasModel } from '../features/canvas'
import {
  createDraftStore,
  createEditStore,
  createJournal,
  type Draft,
  type Edits,
} from '../features/edit'
import { createBatchQueue, createGraphStore, type GraphModel } from '../features/graph'
import { createPicture, type PictureModel } from '../features/picture'
import { type AskModel, createAskStore } from '../features/ask'
import { createViewStore, type View, type ViewAct } from '../features/view'
import { createVocabularyStore, type Vocabulary } from '../features/vocabulary'
import { createRemoteStore, type Remote } from '../features/remote'
import {
  createSentences,
  createUnresolved,
  type OpenNames,
  type SentencesModel,
} from '../features/unresolved'
import type { MapModel } from '../features/map'
import {
  type Arrivals,
  type Comparison,
  createComparison,
  createWorkspaceStore,
  type Workspace,
} from '../features/workspace'
import { attempt, type Client } from '../transport'
import type { Voice } from '../ui'
import { createArrivals } from './arrivals'
import { crawlInto } from './crawl-into'
import { type Acts, createActs } from './edit-acts'
import { createFirstLook } from './first-arrangement'
import { followKept, keptNow } from './kept'
import { exported } from './exported'
import { mapInto } from './map-into'
import { createRefreshes } from './refreshes'
import { sayLeftOut, sayMove } from './say'
import { suggestedNames } from './workspace-words'

export type Session = {
  readonly client: Client
  readonly profile: Profile
  readonly finder: Finder
  readonly renewal: Renewal
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
  readonly crawl: CrawlModel
  readonly map: MapModel
  readonly unresolved: OpenNames
  readonly sentences: SentencesModel
  readonly ask: AskModel
  readonly edits: Edits
  readonly draft: Draft
  readonly remote: Remote
  readonly vocabulary: Vocabulary
  readonly workspace: Workspace
  readonly comparison: Comparison
  /** Shows what other pages did to the workspace. */
  readonly arrivals: Arrivals
  readonly notices: Voice
  readonly acts: Acts
  /** The workspace as it was found. */
  readonly opened: WorkspaceState
  /** This opening of the workspace, by which other pages know it. */
  readonly page: string
  /** The page whose place this one has taken by a reload, or null. */
  readonly left: string | null
}

/** What a session is given by whoever opens it. */
export type Surroundings = {
  readonly client: Client
  readonly profile: Profile
  readonly notices: Voice
  /** Of the program, for what it writes. */
  readonly version: string
  /** Runs what changes the page by itself: at once, or when a person's press is over. */
  readonly whenFree: (run: () => void) => void
  /** The page whose place is taken by a reload; nobody is there any more. */
  readonly left?: string | null
}

/** Opens a site's workspace, the last used one where none is named. Throws `FailureError`. */
export async function openSession(around: Surroundings, workspace?: string): Promise<Session> {
  const { client, profile } = around
  const wanted = { profile: profile.id, ...(workspace === undefined ? {} : { workspace }) }
  const answer = await attempt(client.workspace.open(wanted))
  if (!answer.ok) throw new FailureError(answer.failure)
  return createSession(around, answer.value)
}

/**
 * Everything that belongs to one open workspace. The journal comes first, then the stores in the
 * order of the flow; each is given those before it, and hears from them what it needs to know.
 */
export function createSession(
  { client, profile, notices, version, whenFree, left = null }: Surroundings,
  opened: WorkspaceState,
): Session {
  const page = crypto.randomUUID()
  const asked = { client, profile, page }
  sayLeftOut(notices, opened.unreadable)
  const journal = createJournal({ profile, opened, page })
  const onAct = ({ kind, title, before, after }: ViewAct) =>
    void journal.noteView(kind, title, { before, after })

  const graph = createGraphStore()
  graph.apply(opened.batch)
  const queue = createBatchQueue(graph.apply, whenFree)
  const vocabulary = createVocabularyStore(client, profile)
  vocabulary.merge(mergeWords(opened.words, []))
  graph.onDelta((delta) => vocabulary.learn(delta.added.edges.map(({ relation }) => relation)))
  const view = createViewStore(opened.view, onAct)
  const known = { ...asked, graph, view, vocabulary, queue }
  const crawl = crawlInto({ ...known, journal, notices }, opened)
  const picture = createPicture({ graph, view, crawl })
  const canvas = createCanvasStore({ view, picture, places: opened.places, onAct })
  const draft = createDraftStore({
    ...{ client, profile, graph, view },
    kept: opened.draft,
    names: () => namesHere({ profile, graph, vocabulary }),
    onCalls: crawl.addCalls,
    onAct: (title, change) => journal.noteView('draft', title, change),
  })
  const workspace = createWorkspaceStore({
    ...{ client, profile: profile.id, opened, page, graph, crawl, journal },
    positions: canvas.positions,
    settle: () => {
      queue.flush()
      crawl.flush()
    },
    kept: () => keptNow({ view, crawl, vocabulary, draft }, page),
    onMove: (move) => sayMove(notices, move),
  })
  followKept({ view, crawl, vocabulary, draft }, workspace.touch)
  const firstLook = createFirstLook({ opened, queue, crawl, canvas, workspace })
  const unresolved = createUnresolved(opened.unresolved)
  const comparison = createComparison(view)
  const refreshes = createRefreshes({
    ...{ graph, workspace, comparison, notices },
    now: () => exported({ graph, crawl, profile, canvas, unresolved }, version),
  })
  const map = mapInto({
    ...{ ...known, crawl, workspace, refreshes },
    onEnd: (summary) => {
      unresolved.put(summary.unresolved)
      firstLook.arrange()
    },
  })
  const edits = createEditStore({
    ...{ ...asked, graph, view, workspace, journal },
    onCalls: crawl.addCalls,
  })
  const parts = { graph, view, canvas, crawl, edits, draft }
  return {
    ...{ client, profile, notices, opened, page, left },
    ...onTheSide(client, profile),
    ...parts,
    ...{ vocabulary, picture, map, unresolved, workspace },
    arrivals: createArrivals({ ...parts, vocabulary, unresolved }, firstLook.foundElsewhere),
    ask: createAskStore({ site: profile.site, graph, unresolved }),
    sentences: createSentences({
      ...{ client, profile, onCalls: crawl.addCalls },
      workspace: () => workspace.store.getState().id,
    }),
    comparison,
    acts: createActs({ ...parts, notices }),
  }
}

/** What is asked of the site beside the crawl. */
const onTheSide = (client: Client, profile: Profile) => ({
  finder: createFinder(client, profile),
  renewal: createRenewal(client, profile),
  remote: createRemoteStore(client, profile),
})

const namesHere = ({
  profile,
  graph,
  vocabulary,
}: Pick<Session, 'profile' | 'graph' | 'vocabulary'>): string[] => {
  const known = vocabulary.store.getState().words.map(({ name }) => name)
  return suggestedNames(profile, graph.store.getState().names, known)
}
