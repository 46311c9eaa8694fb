/** A file as people have it: of some 60 pages, with rows in most tables, some of which fill pages. */
import { join } from 'node:path'
import { Entry, waiting } from '@shared/edit'
import { type Entity, relationOf } from '@shared/graph'
import { createWorkspaces } from '../../electron/services/workspace'

export const site = 'https://example.atlassian.net'
export const nodes = 200

/** Each thirtieth goes on at pages of its own. */
const lettersOf = (at: number): number => (at % 30 === 7 ? 6_000 + at * 10 : at % 300)

const page = (at: number): Entity => ({
  id: `content:${at}`,
  type: 'content',
  key: String(at),
  title: `Page ${at}: ${'x'.repeat(lettersOf(at))}`,
  status: 'current',
})

export const entry = (at: number): Entry =>
  Entry.parse({
    id: `e${at}`,
    at: '2026-01-01T00:00:00.000Z',
    session: 's',
    person: 'A',
    kind: 'create',
    of: null,
    title: 'Created.',
    steps: [waiting({ kind: 'create', relation: relationOf('x', 'content:1', 'content:2') })],
    view: null,
  })

/** Gives its path. */
export function makeSample(dir: string): string {
  const workspaces = createWorkspaces(dir, 's')
  const { info } = workspaces.open(site)
  const all = Array.from({ length: nodes }, (_, at) => page(at + 1))
  workspaces.save(info.id, {
    batch: {
      entities: all,
      relations: all.slice(1).map(({ id }, at) => relationOf('link', `content:${at + 1}`, id)),
    },
    records: all.slice(0, 60).map(({ id }) => ({
      query: { node: id, relation: 'link', direction: 'out', type: 'content' },
      state: 'complete',
      at: '2026-01-01T00:00:00.000Z',
      found: 1,
      from: 0,
      before: 0,
      left: 0,
    })),
    places: all.map(({ id }, at) => [id, { x: at, y: -at }]),
    entries: Array.from({ length: 20 }, (_, at) => entry(at)),
  })
  workspaces.close()
  return join(dir, 'workspaces', `${info.id}.relx`)
}
