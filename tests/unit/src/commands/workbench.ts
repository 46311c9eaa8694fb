import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { type Entity, type NodeId, relationOf, type Unresolved } from '@shared/graph'
import type { MapKept } from '@shared/map'
import type { Workbench } from '../../../../src/commands'
import { createCanvasStore } from '../../../../src/features/canvas'
import { createGraphStore } from '../../../../src/features/graph'
import { createPicture } from '../../../../src/features/picture'
import { createViewStore } from '../../../../src/features/view'
import { nothingKnown } from '../features/picture/nothing-known'

export const [a, b, c]: readonly NodeId[] & [NodeId, NodeId, NodeId] = [
  'content:a',
  'content:b',
  'content:c',
]
export const link = relationOf('link', a, b)
export const owns = relationOf('owns', b, c)

const page = (id: NodeId): Entity => ({
  id,
  type: 'content',
  key: id.slice('content:'.length),
  status: 'current',
  title: `Page ${id.slice('content:'.length)}`,
  url: `https://example.atlassian.net/wiki/${id}`,
})

const profile: Profile = {
  id: 'p',
  kind: 'site',
  site: 'https://example.atlassian.net',
  email: 'a@example.org',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: 'u1', name: 'Amara' },
  relations: [],
}

/** A map that was read to its end. */
const mapped: MapKept = {
  wanted: { spaces: ['ENG'], relations: ['link'], formerHosts: [], maxCalls: 100 },
  pages: 3,
  calls: 4,
  startedAt: '2026-01-01T00:00:00.000Z',
  ended: { at: '2026-01-01T00:00:01.000Z', state: 'complete' },
  isRunning: false,
  refreshing: null,
}

const inVain: Unresolved = { source: a, relation: 'link', names: 'ENG:Old', state: 'not-seen' }

/** Three pages in a row, with real choices and a real picture; what would leave the page is noted. */
export function createWorkbench({ readOnly = null as Failure | null } = {}) {
  const done: [what: string, ...on: unknown[]][] = []
  const note =
    (what: string) =>
    (...on: unknown[]): void =>
      void done.push([what, ...on])
  const promise = (what: string) => (): Promise<void> => {
    note(what)()
    return Promise.resolve()
  }
  const graph = createGraphStore()
  graph.apply({ entities: [a, b, c].map(page), relations: [link, owns] })
  const view = createViewStore()
  const picture = createPicture({ graph, view, crawl: nothingKnown })
  const canvas = createCanvasStore({ view, picture })
  const others = {
    map: {
      store: createStore(() => ({ run: { kind: 'idle' }, kept: mapped })),
      refresh: note('refresh'),
      checkTitles: note('check-titles'),
      pause: note('pause-map'),
      resume: note('resume-map'),
      stop: note('stop-map'),
    },
    unresolved: { now: () => [inVain], subscribe: () => () => undefined },
    crawl: {
      store: createStore(() => ({
        starts: [],
        run: { kind: 'idle' },
        follow: { relations: [] },
      })),
      setStarts: note('start'),
    },
    edits: {
      store: createStore(() => ({ readOnly })),
      connectFrom: note('connect'),
      connect: note('pairs'),
      ask: note('ask'),
      askDelete: note('delete'),
    },
    draft: { store: createStore(() => ({ on: false })), setOn: note('draft') },
    ask: { choose: note('ask-graph') },
    vocabulary: { store: createStore(() => ({ words: [] })) },
    notices: { say: note('say'), tell: note('tell') },
    acts: {
      undo: promise('undo'),
      redo: promise('redo'),
      expand: note('expand'),
      flipRelation: promise('flip'),
    },
  }
  const desk = {
    ...{ show: note('show'), goTo: note('goTo'), walk: note('walk'), isCovered: () => false },
    ...{ toNodes: note('toNodes'), toFind: note('find'), showTab: note('tab') },
    ...{ toggleOutline: note('outline'), showNames: note('names'), expandBy: note('expandBy') },
    ...{ hasSingleKeys: () => true, setSingleKeys: note('single-keys') },
    ...{ isSideShown: () => true, toggleSide: note('side') },
    ...{ theme: () => 'system' as const, setTheme: note('theme') },
    ...{ probe: note('probe'), copyLink: note('copy'), openLink: note('open') },
  }
  // The doubles have what acts touch, and nothing else.
  const workbench = {
    profile,
    graph,
    view,
    picture,
    canvas,
    desk,
    ...others,
  } as unknown as Workbench
  return { workbench, done, graph, view, picture }
}
