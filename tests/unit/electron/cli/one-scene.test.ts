/** The page and the command line export one picture: from one workspace come the same marks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Entity, type NodeId, relationOf } from '@shared/graph'
import { toSvg } from '@shared/scene'
import { firstKept, type KeptView, keptChanging, type WorkspaceChange } from '@shared/workspace'
import { graphFrom } from '../../../../electron/cli/graph-source'
import { sceneOf } from '../../../../electron/cli/picture-scene'
import { createWorkspaces } from '../../../../electron/services/workspace'
import { sceneFor, type Wanted } from '../../../../src/features/export/taking'
import { createSession, exported } from '../../../../src/session'
import { createNotices } from '../../../../src/ui'

const site = 'https://example.atlassian.net'
const idOf = (n: number): NodeId => `content:${n}`
const space = (n: number) => ({ key: n < 14 ? 'A' : 'B', name: n < 14 ? 'Alpha' : 'Beta' })

/** Two spaces, a blog post, something archived, somebody, parallel lines, one to itself, a star. */
const entities: readonly Entity[] = [
  ...Array.from({ length: 24 }, (_, n): Entity => ({
    ...{ id: idOf(n), type: 'content', key: String(n), title: `Page ${n} – Übersicht` },
    status: n === 3 ? 'archived' : n === 4 ? 'missing' : 'current',
    subtype: n === 2 ? 'blogpost' : 'page',
    space: space(n),
  })),
  { id: 'user:p', type: 'user', key: 'p', title: 'Some Person', status: 'current' },
]
const relations = [
  ...Array.from({ length: 20 }, (_, n) => relationOf('link', idOf(n), idOf((n * 7 + 1) % 24))),
  ...[0, 1, 2].map((n) => relationOf(`needs-${n}`, idOf(5), idOf(6))),
  relationOf('needs-0', idOf(6), idOf(5)),
  relationOf('link', idOf(8), idOf(8)),
  relationOf('likes', 'user:p', idOf(0)),
]
const at = '2026-11-24T10:00:00.000Z'

const views: Readonly<Record<string, Partial<KeptView>>> = {
  'as it opens': {},
  'grouped and coloured': { groupBy: 'space', colourBy: 'space', pinned: [idOf(1)] },
  'a group folded': { groupBy: 'space', foldedGroups: ['group|space:B'], colourBy: 'knowledge' },
  'hidden and filtered': {
    hiddenNodes: [idOf(7)],
    hiddenRelations: ['needs-1'],
    starts: [idOf(0)],
    filter: { ...firstKept.view.filter, mode: 'dim', offSpaces: ['B'] },
  },
  'coloured by community, as large as important': { colourBy: 'community', sizeBy: 'importance' },
  'in sections': { groupBy: 'section', levels: 'pages' },
  'in communities': { groupBy: 'community', foldsByItself: false },
}

const changeOf = (view: Partial<KeptView>): WorkspaceChange => ({
  batch: { entities: [...entities], relations },
  places: entities.map(({ id }, n) => [id, { x: n * 137.25 - n * n, y: (n % 5) * 120.5 - n }]),
  records: [
    {
      query: { node: idOf(0), relation: 'link', direction: 'out', type: 'content' },
      ...{ state: 'complete', at, found: 1, from: 0, before: 0, left: 0 },
    },
    {
      query: { node: idOf(1), relation: 'link', direction: 'out', type: 'content' },
      ...{ state: 'forbidden', at, found: 0, from: 0, before: 0, left: 0 },
    },
  ],
  kept: keptChanging.between(firstKept, {
    ...firstKept,
    view: { ...firstKept.view, ...view },
    words: [{ name: 'needs-0', colour: '#884400', line: 'dotted' }],
    draft: [
      { action: 'create', relation: 'wants', source: idOf(2), target: idOf(9) },
      { action: 'delete', relation: 'link', source: idOf(0), target: idOf(1) },
    ],
  }),
})

/** What the page has of a workspace, and what the command line reads of its file. */
async function bothOf(view: Partial<KeptView>) {
  const folder = mkdtempSync(join(tmpdir(), 'one-scene-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const workspaces = createWorkspaces(folder, 'session')
  const { info } = workspaces.create(site, 'kept')
  workspaces.save(info.id, changeOf(view))
  const opened = workspaces.open(site, info.id)
  workspaces.close()
  const session = createSession(
    // Nothing is asked of the host: who looks at a picture calls nobody.
    {
      client: {} as never,
      profile: { site } as never,
      notices: createNotices(),
      version: '1',
      whenFree: (run) => run(),
    },
    opened,
  )
  const { graph, picture, canvas } = session
  const file = exported(session, '1')
  const words = [...session.vocabulary.store.getState().words]
  const source = await graphFrom(join(folder, 'workspaces', `${info.id}.relx`), '1', {} as never)
  return {
    page: (wanted: Partial<Wanted>) =>
      sceneFor(
        { graph, view: session.view, picture, canvas, words, theme: 'light', file },
        {
          part: 'whole',
          redact: false,
          redactRelations: false,
          paper: 'screen',
          caption: true,
          ...wanted,
        },
      ),
    source,
  }
}

/** The minute of an export is another for each. */
const timeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'now'))

it.each(Object.entries(views))('is the same: %s', async (_, view) => {
  const { page, source } = await bothOf(view)
  const ours = await sceneOf(source, { theme: 'light', redacted: null })
  expect(ours.nodes.length).toBeGreaterThan(8)
  expect(ours.edges.some(({ id }) => id.startsWith('wants|'))).toBe(true)
  expect(timeless(ours)).toEqual(timeless(page({})))
})

it('is the same with each space as one', async () => {
  const { page, source } = await bothOf({ levels: 'spaces' })
  const ours = await sceneOf(source, { theme: 'light', redacted: null })
  // Two spaces; somebody alone is no group.
  expect(ours.nodes.map(({ label }) => label?.lines.join(' '))).toEqual([
    expect.stringMatching(/^Alpha: 14/),
    expect.stringMatching(/^Beta: 10/),
    'Some Person',
  ])
  expect(timeless(ours)).toEqual(timeless(page({})))
})

it('is the same on dark paper and without names', async () => {
  const { page, source } = await bothOf(views['grouped and coloured'] ?? {})
  const dark = await sceneOf(source, { theme: 'dark', redacted: { relations: true } })
  expect(timeless(dark)).toEqual(
    timeless(page({ paper: 'dark', redact: true, redactRelations: true })),
  )
  expect(toSvg(dark)).not.toMatch(/Übersicht|Alpha|needs|example\.atlassian/)
})
