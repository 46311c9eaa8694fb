import type { Profile } from '@shared/contract'
import type { Edit } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import type { NodeId, Relation } from '@shared/graph'
import { type CrawlModel, createCrawlStore, endWords } from '../features/crawl'
import { createEditStore, type Edits } from '../features/edit'
import { createBatchQueue, createGraphStore, type GraphModel } from '../features/graph'
import { createViewStore, type View } from '../features/view'
import { createVocabularyStore, type Vocabulary } from '../features/vocabulary'
import { createRemoteStore, type Remote } from '../features/remote'
import { attempt, type Client } from '../transport'
import type { Notices } from '../ui'

export type Session = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly crawl: CrawlModel
  readonly edits: Edits
  readonly remote: Remote
  readonly vocabulary: Vocabulary
  readonly notices: Notices
  readonly acts: Acts
}

export type Acts = {
  deleteRelation: (relation: Relation) => Promise<void>
  createRelation: (relation: Relation, brought: Parameters<Edits['create']>[1]) => Promise<void>
  undoLast: () => Promise<void>
  expand: (node: NodeId) => void
}

/** Everything that belongs to one open site: its stores, wired in the order of the flow. */
export function createSession(client: Client, profile: Profile, notices: Notices): Session {
  const graph = createGraphStore()
  const view = createViewStore()
  const vocabulary = createVocabularyStore(client, profile)
  graph.onDelta((delta) => vocabulary.learn(delta.added.edges.map(({ relation }) => relation)))
  let firstCrawl = true
  const queue = createBatchQueue((batch) => {
    const delta = graph.apply(batch)
    // Until the first layout the picture follows what grows, so that it stays in sight.
    if (delta.added.nodes.length > 0 && firstCrawl) view.store.getState().canvas?.fitNow()
  })
  const crawl = createCrawlStore({
    client,
    profile,
    onStart: (start, follow) => {
      graph.apply({ entities: [start], relations: [] })
      view.addStart(start.id)
      vocabulary.learn(follow.relations)
      void attempt(
        client.credentials.remember({ profile: profile.id, relations: [...follow.relations] }),
      )
    },
    isDescribed: (id) =>
      (graph.store.getState().graph.nodes.get(id)?.status ?? 'unknown') !== 'unknown',
    onBatch: queue.add,
    onEnd: (ended) => {
      queue.flush()
      if (ended.kind === 'crawl' && firstCrawl) void view.arrange()
      if (ended.kind !== 'expand') {
        firstCrawl = false
        return
      }
      const { start, summary } = ended
      const title = graph.titleOf(start)
      const failure = summary.failure ?? summary.failures[0]?.failure
      if (failure === undefined) {
        notices.say({ tone: 'plain', sentence: `Expanded “${title}”. ${endWords(summary)}` })
      } else {
        sayFailure(notices, failure, `Expanding “${title}” did not go through. `)
      }
    },
  })
  const edits = createEditStore({ client, profile, graph, view, onCalls: crawl.addCalls })
  return {
    client,
    profile,
    graph,
    view,
    crawl,
    edits,
    remote: createRemoteStore(client, profile),
    vocabulary,
    notices,
    acts: createActs({ graph, edits, crawl, notices }),
  }
}

const sayFailure = (notices: Notices, failure: Failure, before = '') => {
  const { sentence, next } = explain(failure)
  notices.say({ tone: 'bad', sentence: `${before}${sentence}`, next })
}

type ActParts = Pick<Session, 'graph' | 'edits' | 'crawl' | 'notices'>

function createActs({ graph, edits, crawl, notices }: ActParts): Acts {
  const words = ({ relation, source, target }: Relation) =>
    `“${graph.titleOf(source)}” ${relation} “${graph.titleOf(target)}”`

  const undo = async (edit: Edit) => {
    const failure = await edits.undo(edit)
    if (failure !== null) {
      sayFailure(notices, failure, 'Undo did not go through. ')
      return
    }
    notices.say(
      edit.kind === 'create'
        ? { tone: 'plain', sentence: `Undone: ${words(edit.relation)} is deleted again.` }
        : {
            tone: 'plain',
            sentence: `Created again: ${words(edit.relation)}.`,
            next: 'You are its creator now, and its date is new.',
          },
    )
  }
  const offerUndo = (edit: Edit | undefined, sentence: string, next?: string) =>
    notices.say({
      tone: 'plain',
      sentence,
      ...(next === undefined ? {} : { next }),
      ...(edit === undefined ? {} : { action: { label: 'Undo', onPick: () => void undo(edit) } }),
    })
  const lastDone = () => edits.store.getState().done.at(-1)

  return {
    deleteRelation: async (relation) => {
      const failure = await edits.remove(relation)
      if (failure !== null) {
        sayFailure(notices, failure, 'Not deleted. ')
        return
      }
      offerUndo(
        lastDone(),
        `Deleted: ${words(relation)}.`,
        'Undo creates it again, with you as creator and a new date.',
      )
    },
    createRelation: async (relation, brought) => {
      const failure = await edits.create(relation, brought)
      if (failure !== null) {
        sayFailure(notices, failure, 'Not created. ')
        return
      }
      offerUndo(lastDone(), `Created: ${words(relation)}.`)
    },
    undoLast: async () => {
      const edit = lastDone()
      if (edit === undefined) notices.say({ tone: 'plain', sentence: 'There is nothing to undo.' })
      else await undo(edit)
    },
    expand: (node) => void crawl.expand(node),
  }
}
