import type { GraphFile } from '@shared/graph'
import { type MapSummary, refreshedWords } from '@shared/map'
import { quoted } from '@shared/text'
import { isOfRefresh, snapshotName } from '@shared/workspace'
import type { Failure } from '@shared/failure'
import type { GraphModel } from '../features/graph'
import type { Mapped } from '../features/map'
import type { Comparison, Side, Workspace } from '../features/workspace'
import type { Voice } from '../ui'
import { sayFailure } from './say'

type Parts = {
  readonly graph: GraphModel
  readonly workspace: Pick<Workspace, 'store' | 'flush' | 'keepSnapshot' | 'readSnapshot'>
  readonly comparison: Comparison
  readonly notices: Voice
  /** The graph as it is now. */
  readonly now: () => GraphFile
}

type Running = {
  readonly before: Side
  /** Keeps it as a snapshot; null where it is one already. */
  readonly keep: (() => Promise<Failure | null>) | null
  /** That something differs has been seen; resolves once what was before is kept. */
  differs: Promise<Failure | null> | null
}

/**
 * The graph as it was before a refresh of its map: kept as a snapshot as soon as something differs,
 * and compared at the end with what has become of it.
 */
export function createRefreshes({ graph, workspace, comparison, notices, now }: Parts) {
  let running: Running | null = null

  /** The snapshot that an earlier run of the same refresh has kept. */
  const keptSince = (began: string): Side | null => {
    const kept = workspace.store
      .getState()
      .snapshots.find((one) => isOfRefresh(one) && one.deletedAt === null && one.at >= began)
    return kept === undefined
      ? null
      : { name: quoted(kept.name), read: () => workspace.readSnapshot(kept.id) }
  }
  const asOfNow = (): Running => {
    const file = now()
    const name = snapshotName(file.exportedAt)
    const keep = async () => {
      const answer = await workspace.keepSnapshot(name, file)
      return answer.ok ? null : answer.failure
    }
    const read = () => Promise.resolve({ ok: true as const, value: file })
    return { before: { name: quoted(name), read }, keep, differs: null }
  }
  const isNews = ({ batch, gone }: Mapped): boolean => {
    const { nodes } = graph.store.getState().graph
    return (
      batch.relations.length + gone.length > 0 ||
      batch.entities.some(({ id, title, status }) => {
        const known = nodes.get(id)
        return known === undefined || known.title !== title || known.status !== status
      })
    )
  }
  const compare = async ({ before }: Running): Promise<void> => {
    const after = now()
    const failure = await comparison.compare(before, {
      name: 'the graph after it',
      read: () => Promise.resolve({ ok: true, value: after }),
    })
    if (failure === null) comparison.show()
    else sayFailure(notices, failure)
  }
  return {
    /** Before its first call: the host compares with what the file holds. */
    begin: async (began: string | null): Promise<void> => {
      await workspace.flush()
      const kept = began === null ? null : keptSince(began)
      running = kept === null ? asOfNow() : { before: kept, keep: null, differs: null }
    },
    /** What differs, before it is merged. */
    came: (mapped: Mapped): void => {
      if (running === null || running.differs !== null || !isNews(mapped)) return
      running.differs = running.keep === null ? Promise.resolve(null) : running.keep()
    },
    /** After all of it was merged. */
    end: async ({ refreshed }: MapSummary): Promise<void> => {
      const ended = running
      running = null
      if (ended === null || refreshed === undefined) return
      const [sentence = '', ...more] = refreshedWords(refreshed)
      notices.say({ tone: 'plain', sentence, ...(more.length > 0 && { next: more.join(' ') }) })
      if (ended.differs === null) return
      const failure = await ended.differs
      if (failure !== null) sayFailure(notices, failure, 'The graph as it was could not be kept. ')
      await compare(ended)
    },
  }
}
export type Refreshes = ReturnType<typeof createRefreshes>
