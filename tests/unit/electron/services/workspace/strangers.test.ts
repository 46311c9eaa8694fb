/** Files that this program did not write, or not so: names, links, bytes, tables. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Entry, waiting } from '@shared/edit'
import { FailureError } from '@shared/failure'
import { relationOf } from '@shared/graph'
import { WorkspaceInfo, WorkspaceState } from '@shared/workspace'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const made = relationOf('x', 'content:1', 'content:2')
const entry = (id: string) =>
  Entry.parse({
    id,
    at: '2026-01-01T00:00:00.000Z',
    session: 's',
    person: 'A',
    kind: 'create',
    of: null,
    title: 'Created.',
    steps: [waiting({ kind: 'create', relation: made })],
    view: null,
  })

/** The page from which all of a table is found, filled with nothing. */
function wipeRoot(path: string, table: string): void {
  const db = new Database(path)
  db.pragma('wal_checkpoint(TRUNCATE)')
  const { page } = db
    .prepare('select rootpage as page from sqlite_schema where name = ?')
    .get(table) as { page: number }
  db.close()
  const bytes = readFileSync(path)
  const size = bytes.readUInt16BE(16)
  bytes.fill(0, (page - 1) * size, page * size)
  writeFileSync(path, bytes)
}

describe('files of strangers', () => {
  let dir: string
  let open: Workspaces[]
  const start = () => {
    const workspaces = createWorkspaces(dir, 's')
    open.push(workspaces)
    return workspaces
  }
  const pathOf = (id: string) => join(dir, 'workspaces', `${id}.relx`)
  const failureOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof FailureError) return error.failure
      throw error
    }
    return null
  }
  /** Changes the closed file “example” as another program would. */
  const change = (sql: string) => {
    const db = new Database(pathOf('example'))
    db.exec(sql)
    db.close()
  }
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relx-'))
    open = []
    const first = start()
    const { info } = first.open(site)
    first.save(info.id, {
      batch: {
        entities: ['1', '2', '3'].map((key) => ({
          id: `content:${key}` as const,
          type: 'content',
          key,
          title: `Page ${key}`,
          status: 'current',
        })),
        relations: [relationOf('link', 'content:1', 'content:2')],
      },
      records: [
        {
          query: { node: 'content:1', relation: 'link', direction: 'out', type: 'content' },
          state: 'complete',
          at: '2026-01-01T00:00:00.000Z',
          found: 1,
          from: 0,
          before: 0,
          left: 0,
        },
      ],
      places: [['content:1', { x: 1, y: 2 }]],
      kept: {
        draft: {
          put: ['a', 'b'].map((relation) => ({
            item: { action: 'create', relation, source: 'content:1', target: 'content:2' },
          })),
        },
      },
      entries: [entry('e')],
    })
    first.close()
  })
  afterEach(() => {
    for (const one of open) one.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const strays = [
    'x (1)',
    'x.sync-conflict-1',
    '~$lock',
    '@',
    'it’s',
    "o'brien",
    'a'.repeat(200),
    'Café'.normalize('NFD'),
    'हिन्दी कार्यक्षेत्र',
    '  leading',
    'back\\slash',
  ]
  it.each(strays)('lists and opens a file that somebody named “%s”', (name) => {
    linkSync(pathOf('example'), pathOf(name))
    rmSync(pathOf('example'))
    const [listed] = start().list(site)
    expect(WorkspaceInfo.parse(listed)).toMatchObject({ id: name, nodes: 3, closed: null })
    const state = WorkspaceState.parse(open.at(-1)?.open(site))
    expect([state.info.id, state.batch.entities.length]).toEqual([name, 3])
    open.at(-1)?.save(name, { places: [['content:2', { x: 3, y: 4 }]] })
    open.at(-1)?.close()
    expect(readdirSync(join(dir, 'workspaces'))).toEqual([`${name}.relx`])
  })

  it('carries what was mapped over when a file is rescued', async () => {
    const first = start()
    const { info } = first.open(site, 'example')
    const store = first.writable(info.id)
    const open = { source: 'content:1', relation: 'link', names: 'A:B', state: 'not-seen' } as const
    const place = { space: '9', kind: 'page', cursor: 'c', ended: false } as const
    const [entity] = first.open(site, 'example').batch.entities
    if (entity === undefined) throw new Error('The file has no node.')
    const at = { id: '1', spaceKey: 'A', parentId: null, kind: 'page', version: 3 } as const
    store.mapBegin({ spaces: ['A'], relations: ['link'], formerHosts: [], maxCalls: 10 })
    store.mapKeepSpaces([{ entity, id: '9', homepageId: null }], 1)
    store.mapKeepRows([{ ...at, entity, marks: [] }], place, 2)
    store.mapKeepFound([{ id: 'content:5', seen: false }], [], 1)
    store.mapEnd({ state: 'stopped', unresolved: [open] })
    first.close()
    change('create trigger theirs after insert on nodes begin select 1; end')
    const second = start()
    await second.look()
    const made = await second.rescue(site, 'example')
    expect(second.open(site, made.id).unresolved).toEqual([open])
    const rescued = second.writable(made.id)
    expect(rescued.mapHeader()).toMatchObject({ calls: 4, ended: { state: 'stopped' } })
    expect(rescued.mapPages(0).pages).toEqual([{ ...at, entity, marks: [] }])
    expect(rescued.mapLists()).toEqual([place])
    expect(rescued.mapFound()).toEqual([{ id: 'content:5', seen: false }])
  })

  it('leaves a file that does not say its site as it was, to the byte', async () => {
    change("update meta set value = cast(x'80' as text) where name = 'site'")
    const before = readFileSync(pathOf('example'))
    const workspaces = start()
    await workspaces.look()
    expect(workspaces.list(site)).toMatchObject([{ id: 'example', damaged: true }])
    expect(failureOf(() => workspaces.open(site, 'example'))).toMatchObject({
      sentence: expect.stringContaining('does not say which site') as unknown,
    })
    workspaces.close()
    expect(readFileSync(pathOf('example')).equals(before)).toBe(true)
  })

  it('takes pages of a map for what they are, also where no way leads to them', async () => {
    const first = start()
    const { info } = first.open(site, 'example')
    const store = first.writable(info.id)
    const [entity] = first.open(site, 'example').batch.entities
    if (entity === undefined) throw new Error('The file has no node.')
    const nodes = first.open(site, 'example').batch.entities.length
    const at = {
      spaceKey: 'A',
      parentId: null,
      kind: 'page',
      version: 3,
      entity,
      marks: [],
    } as const
    const pages = Array.from({ length: 400 }, (_, n) => ({ ...at, id: String(n) }))
    const place = { space: '9', kind: 'page', cursor: 'c', ended: false } as const
    store.mapBegin({ spaces: ['A'], relations: ['link'], formerHosts: [], maxCalls: 10 })
    store.mapKeepRows(pages, place, 2)
    store.mapKeepFound(
      Array.from({ length: 400 }, (_, n) => ({ id: `content:9${n}` as const, seen: false })),
      [],
      1,
    )
    first.close()
    for (const table of ['map_pages', 'map_found']) wipeRoot(pathOf('example'), table)
    const second = start()
    await second.look()
    const made = await second.rescue(site, 'example')
    expect(second.open(site, made.id).batch.entities).toHaveLength(nodes)
    const rescued = second.writable(made.id)
    expect(rescued.mapPages(0).pages.length).toBe(400)
    expect(rescued.mapFound()).toHaveLength(400)
  })

  it('calls what is no file unreadable, makes nothing of it, and opens the rest', () => {
    symlinkSync(join(dir, 'nowhere'), pathOf('dangling'))
    symlinkSync(pathOf('loop'), pathOf('loop'))
    mkdirSync(pathOf('folder'))
    writeFileSync(
      Buffer.concat([
        Buffer.from(pathOf('z').slice(0, -5)),
        Buffer.from([0xff]),
        Buffer.from('.relx'),
      ]),
      '',
    )
    const listed = start()
      .list(site)
      .map((one) => WorkspaceInfo.parse(one))
    expect(listed.map(({ id, closed }) => [id, closed?.kind]).sort()).toEqual([
      ['dangling', 'no-file'],
      ['example', undefined],
      ['folder', 'no-file'],
      ['loop', 'no-file'],
      ['z\uFFFD', 'no-file'],
    ])
    expect(open.at(-1)?.open(site).info.id).toBe('example')
    expect(failureOf(() => open.at(-1)?.open(site, 'dangling'))).toMatchObject({ kind: 'no-file' })
    expect(existsSync(join(dir, 'nowhere'))).toBe(false)
  })

  it('still asks a new name to be one, and shortens what no file can bear', () => {
    for (const name of ['a/b', '../up', '', '.hidden']) {
      expect(failureOf(() => start().create(site, name))).toEqual({ kind: 'unfit-name', name })
    }
    expect(start().create(site, 'ह'.repeat(80)).info.id).toBe('ह'.repeat(66))
    expect(open.at(-1)?.create(site, '𝒳'.repeat(40)).info.id).toBe('𝒳'.repeat(40))
    expect(open.at(-1)?.create(site, '𝒳'.repeat(40)).info.id).toBe(`${'𝒳'.repeat(39)} 2`)
  })

  // A text that is no UTF-8 ends the process inside the binding where it is read as text.
  const bad = "cast(x'7bff80' as text)"
  const places: readonly [string, string, number][] = [
    ['nodes', 'data', 3],
    ['edges', 'data', 1],
    ['records', 'data', 1],
    ['places', 'node', 1],
    ['places', 'x', 1],
    ['entries', 'data', 1],
    ['steps', 'data', 1],
    ['steps', 'at', 0],
    ['parts', 'data', 1],
  ]
  it.each(places)('reads on where %s.%s is no UTF-8', (table, column, rows) => {
    change(`pragma foreign_keys = off; update ${table} set ${column} = ${bad}`)
    expect(WorkspaceInfo.parse(start().list(site)[0]).id).toBe('example')
    const state = WorkspaceState.parse(open.at(-1)?.open(site))
    expect(state.unreadable.map(({ rows }) => rows)).toEqual(rows === 0 ? [] : [rows])
    if (table !== 'nodes') expect(state.batch.entities).toHaveLength(3)
    if (table !== 'edges') expect(state.batch.relations).toHaveLength(1)
    expect(open.at(-1)?.writable('example').unsure()).toEqual([])
  })

  it('calls a file damaged that does not say its site, and one without a byte no workspace', () => {
    change(`update meta set value = ${bad}`)
    writeFileSync(pathOf('empty'), '')
    const listed = start().list(site)
    expect(listed.map(({ id, damaged }) => [id, damaged]).sort()).toEqual([
      ['empty', false],
      ['example', true],
    ])
    expect(readFileSync(pathOf('empty'))).toHaveLength(0)
  })

  it('leaves out one bad row, not the list it is in', () => {
    change(`
      update nodes set data = '{}' where id = 'content:2';
      update parts set data = '[7,{"action":"create","relation":"b","source":"content:1","target":"content:2"}]' where name = 'draft';
      insert into entries (id, data) values ('bad', 'no json');
      insert into snapshots values ('1', 'good', '2026-01-01T00:00:00.000Z', 1, 1, '{}'), ('2', 'bad', 'yesterday', 1, 1, '{}');
    `)
    const state = start().open(site)
    expect(state.batch.entities.map(({ key }) => key)).toEqual(['1', '3'])
    expect(state.draft.map(({ relation }) => relation)).toEqual(['b'])
    expect(state.entries.map(({ id }) => id)).toEqual(['e'])
    expect(state.snapshots.map(({ name }) => name)).toEqual(['good'])
    expect(state.unreadable).toEqual([
      { part: 'nodes', rows: 1 },
      { part: 'draft', rows: 1 },
      { part: 'acts', rows: 1 },
      { part: 'snapshots', rows: 1 },
    ])
    expect(failureOf(() => open.at(-1)?.readSnapshot('example', '1'))).toMatchObject({
      kind: 'unfit-file',
      sentence: 'This snapshot is damaged and cannot be read.',
    })
  })

  it.each([
    [
      'an endless trigger',
      'create trigger t after insert on meta begin insert into meta select value || hex(randomblob(8)), value from meta; end',
    ],
    [
      'a trigger that swallows',
      'create trigger t before insert on entries begin select raise(ignore); end',
    ],
    [
      'a view in place of a table',
      'drop table places; create view places as select id as node, 1.0 as x, 1.0 as y from nodes',
    ],
    ['a table of its own', 'create table extra (a)'],
    ['columns of another type', 'drop table parts; create table parts (name integer, data blob)'],
    ['a table that is not there', 'drop table snapshots'],
  ])('opens no file with %s, calls it damaged and leaves it as it is', (_, sql) => {
    change(sql)
    const before = readFileSync(pathOf('example'))
    const [listed] = start().list(site)
    expect(WorkspaceInfo.parse(listed)).toMatchObject({ id: 'example', damaged: true })
    expect(failureOf(() => open.at(-1)?.open(site, 'example'))).toMatchObject({
      kind: 'workspace-damaged',
      sentence: 'The workspace “example” holds tables or rules that this program did not write.',
    })
    expect(readFileSync(pathOf('example')).equals(before)).toBe(true)
  })
})
