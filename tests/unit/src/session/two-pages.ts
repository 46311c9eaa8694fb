import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, implement } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { contract, type Profile } from '@shared/contract'
import type { Word } from '@shared/vocabulary'
import { type Kept, wordsChanging, type WorkspaceState } from '@shared/workspace'
import { createWorkspaces } from '../../../../electron/services/workspace'
import { createSession, type Session } from '../../../../src/session'
import type { Client } from '../../../../src/transport'
import { createNotices } from '../../../../src/ui'

const site = 'https://example.atlassian.net'
const profile = {
  id: 'p',
  kind: 'site',
  site,
  email: 'a@b.example',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: 'me', name: 'Me' },
  relations: [],
} as Profile

/** A real workspace file, and the methods by which pages work with it. */
export function startProgram() {
  const dir = mkdtempSync(join(tmpdir(), 'two-pages-'))
  const workspaces = createWorkspaces(dir, 'session')
  const id = workspaces.open(site).info.id
  let words: Word[] = []
  const os = implement(contract)
  const router = {
    workspace: {
      save: os.workspace.save.handler(({ input }) => {
        workspaces.save(input.workspace, input.change, input.by)
        return null
      }),
      follow: os.workspace.follow.handler(({ input, signal }) =>
        workspaces.follow(input.workspace, input, signal),
      ),
      watch: os.workspace.watch.handler(({ input, signal }) =>
        workspaces.watch(input.workspace, signal),
      ),
    },
    vocabulary: {
      read: os.vocabulary.read.handler(() => words),
      change: os.vocabulary.change.handler(({ input }) => {
        words = wordsChanging.apply(words, input.change)
        return null
      }),
    },
  }
  // Only these are called here.
  const client = createRouterClient(router) as unknown as Client
  const around = {
    ...{ client, profile, notices: createNotices(), version: '1' },
    whenFree: (run: () => void) => run(),
  }
  const stops: (() => void)[] = []
  onTestFinished(() => {
    for (const stop of stops) stop()
    workspaces.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return {
    state: (): WorkspaceState => workspaces.open(site, id),
    /** A tab that has the workspace open. */
    openPage: () => {
      const session = createSession(around, workspaces.open(site, id))
      let stop = session.workspace.listen(session.arrivals)
      stops.push(() => stop())
      return {
        session,
        sleep: () => stop(),
        wake: () => void (stop = session.workspace.listen(session.arrivals)),
      }
    },
  }
}

const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one).localeCompare(JSON.stringify(other))
const sorted = <T>(list: Iterable<T>): T[] => [...list].sort(byText)

type Shown = Kept & Pick<WorkspaceState, 'batch' | 'places' | 'entries'>

/** What there is to see of a workspace; the order of sets says nothing. */
const seen = ({ view, crawl, draft, words, batch, places, entries }: Shown) => ({
  view: {
    ...view,
    pinned: sorted(view.pinned),
    hiddenNodes: sorted(view.hiddenNodes),
    views: sorted(view.views),
    filter: { ...view.filter, offSpaces: sorted(view.filter.offSpaces) },
  },
  crawl: { ...crawl, follow: { ...crawl.follow, relations: sorted(crawl.follow.relations) } },
  draft: sorted(draft),
  words: sorted(words),
  nodes: sorted(batch.entities),
  edges: sorted(batch.relations),
  places: sorted(places),
  acts: sorted(entries.map(({ kind, title }) => `${kind} ${title}`)),
})

export const seenInFile = (state: WorkspaceState) => seen(state)

export function seenOn({ graph, canvas, edits, workspace }: Session) {
  const { nodes, edges } = graph.store.getState().graph
  return seen({
    ...workspace.kept(),
    batch: { entities: [...nodes.values()], relations: [...edges.values()] },
    places: canvas.positions().filter(([id]) => nodes.has(id)),
    entries: [...edits.store.getState().entries],
  })
}

/** The order in which the draft and the journal are shown. */
export const orderOf = ({ draft, entries }: Pick<WorkspaceState, 'draft' | 'entries'>) => ({
  draft: draft.map(({ relation }) => relation),
  acts: entries.map(({ id }) => id),
})

export const orderOn = ({ draft, edits }: Session) =>
  orderOf({
    draft: [...draft.store.getState().lines],
    entries: [...edits.store.getState().entries],
  })
