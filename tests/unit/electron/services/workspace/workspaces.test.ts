import { noFilter } from '@shared/filter'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import { Entry, waiting } from '@shared/edit'
import { type Entity, relationOf, type Relation, writtenRelation } from '@shared/graph'
import {
  firstKept,
  type Kept,
  keptChanging,
  type WorkspaceChange,
  WorkspaceName,
} from '@shared/workspace'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'
import { makeFile } from '../../../../../electron/services/workspace/open-file'
import { createStore } from '../../../../../electron/services/workspace/store'
import { wholeFile } from './whole-file'

const site = 'https://example.atlassian.net'
const page = (key: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title: `Page ${key}`,
  status: 'current',
})
const link = (from: string, to: string): Relation =>
  relationOf('link', `content:${from}`, `content:${to}`)
const graph = { entities: [page('1'), page('2')], relations: [link('1', '2')] }
const entryOf = (id: string, relation: Relation): Entry =>
  Entry.parse({
    id,
    at: '2026-01-01T00:00:00.000Z',
    session: 's',
    person: 'A',
    kind: 'create',
    of: null,
    title: 'Created.',
    steps: [waiting({ kind: 'create', relation })],
    view: null,
  })

const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
  return null
}

const upload = (workspaces: Workspaces, of: string, name: string, data: string) => {
  const id = workspaces.uploads.begin()
  workspaces.uploads.add(id, 0, data)
  return workspaces.upload(of, name, id)
}

describe('a name', () => {
  it.each(['Engineering, 26 Nov', "Amara's wiki (old)", '潮', 'R&D_2'])('may be %s', (name) => {
    expect(WorkspaceName.safeParse(name).success).toBe(true)
  })
  it.each([
    '',
    ' a',
    'a ',
    'a.',
    '../a',
    'a/b',
    'a:b',
    'a\\b',
    '.hidden',
    'a\u0000',
    'x'.repeat(81),
  ])('may not be “%s”', (name) => {
    expect(WorkspaceName.safeParse(name).success).toBe(false)
  })
})

describe('workspaces', () => {
  let dir: string
  let open: Workspaces[]
  const start = (session = 's') => {
    const made = createWorkspaces(dir, session)
    open.push(made)
    return made
  }
  const pathOf = (id: string) => join(dir, 'workspaces', `${id}.relx`)
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relx-'))
    open = []
  })
  afterEach(() => {
    for (const one of open) one.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('brings all of it back after a restart', () => {
    const first = start()
    const { info } = first.open(site)
    const kept: Kept = {
      ...firstKept,
      view: {
        pinned: ['content:1'],
        hiddenNodes: ['content:2'],
        hiddenRelations: ['like'],
        onlyState: 'forbidden',
        filter: { ...noFilter, text: 'pipeline' },
        views: [],
        outline: { open: true, form: 'nodes', height: 300 },
        starts: ['content:1'],
        layout: 'grid',
        groupBy: 'space',
        levels: 'zoom',
        sizeBy: 'importance',
        foldedGroups: ['group|space:DOC'],
        foldsByItself: false,
        unfolded: ['leaves|content:1'],
        neverFolded: ['content:2'],
        backbone: 0.8,
        colourBy: 'space',
      },
      draft: [{ action: 'create', relation: 'explains', source: 'content:1', target: 'content:2' }],
    }
    const change: WorkspaceChange = {
      batch: graph,
      records: [
        {
          query: { node: 'content:1', relation: 'link', direction: 'out', type: 'content' },
          state: 'complete',
          at: '2026-01-01T00:00:00.000Z',
          before: 0,
          from: null,
          found: 1,
        } as never,
      ],
      places: [['content:1', { x: 1.5, y: -2 }]],
      kept: keptChanging.between(firstKept, kept),
    }
    first.save(info.id, change)
    first.writable(info.id).begin(entryOf('e', relationOf('x', 'content:1', 'content:2')))
    first.close()
    const state = start('later').open(site)
    expect(state.info).toMatchObject({ id: 'example', nodes: 2, edges: 1 })
    expect(state.session).toBe('later')
    expect(state.batch).toEqual(graph)
    expect(state.places).toEqual(change.places)
    expect(state.view).toEqual(kept.view)
    expect(state.draft).toEqual(kept.draft)
    expect(state.entries.map(({ id, steps }) => [id, steps[0]?.state])).toEqual([['e', 'waiting']])
  })

  it.each([
    ['pages, then from the site', true],
    ['the site, then from pages', false],
  ])('keeps a link known from %s as one that the site keeps', (_, isWrittenFirst) => {
    const first = start()
    const { info } = first.open(site)
    const written = writtenRelation('link', 'content:1', 'content:2')
    const kept = link('1', '2')
    for (const one of isWrittenFirst ? [written, kept] : [kept, written])
      first.save(info.id, { batch: { ...graph, relations: [one] } })
    first.close()
    expect(start('later').open(site).batch.relations).toEqual([kept])
  })

  it('keeps a step and what it means for the graph together', () => {
    const { info } = start().open(site)
    const store = open[0]?.writable(info.id)
    if (store === undefined) throw new Error('not open')
    const made = relationOf('x', 'content:8', 'content:9')
    store.begin(entryOf('e', made))
    store.step('e', 0, { ...waiting({ kind: 'create', relation: made }), state: 'sent' })
    expect(store.unsure()).toHaveLength(1)
    expect(store.counts()).toEqual({ nodes: 0, edges: 0 })
    store.step('e', 0, { ...waiting({ kind: 'create', relation: made }), state: 'confirmed' })
    expect(store.unsure()).toEqual([])
    // Its ends were unknown, and a relation never stands without them.
    expect(store.counts()).toEqual({ nodes: 2, edges: 1 })
    store.save({ gone: { nodes: ['content:8'], edges: [] } })
    expect(store.counts()).toEqual({ nodes: 1, edges: 0 })
  })

  it('is locked against a second program, with a sentence, and free after the first closes', () => {
    const first = start()
    const { info } = first.open(site)
    const second = start('other')
    expect(failureOf(() => second.open(site, info.id))).toMatchObject({
      kind: 'workspace-in-use',
      what: 'The workspace “example”',
    })
    expect(second.list(site)[0]?.closed).toMatchObject({ kind: 'workspace-in-use' })
    expect(second.open(site).info.id).toBe('example 2')
    second.close()
    first.close()
    expect(start('third').open(site, info.id).readOnly).toBeNull()
  })

  it('opens what is in use, else the last one that holds something', () => {
    const first = start()
    first.save(first.open(site).info.id, { batch: graph })
    expect(first.create(site, 'example').info.id).toBe('example 2')
    expect(first.open(site).info.id).toBe('example 2')
    first.close()
    expect(start('later').open(site).info.id).toBe('example')
  })

  it('only shows a file that a newer version wrote', () => {
    const first = start()
    const { info } = first.open(site)
    first.save(info.id, { batch: graph })
    first.close()
    const db = new Database(pathOf(info.id))
    db.pragma('user_version = 999')
    db.close()
    const before = readFileSync(pathOf(info.id))
    const again = start()
    const state = again.open(site, info.id)
    expect(state.batch.entities).toHaveLength(2)
    expect(state.readOnly).toEqual({ kind: 'shown-only', why: 'newer' })
    expect(failureOf(() => again.save(info.id, {}))).toEqual({ kind: 'shown-only', why: 'newer' })
    again.close()
    expect(readFileSync(pathOf(info.id)).equals(before)).toBe(true)
  })

  it('leaves a file alone that is no workspace, and says so', () => {
    const first = start()
    first.open(site)
    first.close()
    for (const [name, content, kind] of [
      [
        'text',
        'no database at all, but long enough to be read as the head of one'.repeat(20),
        'no-workspace',
      ],
      ['cut', readFileSync(pathOf('example')).subarray(0, 700), 'workspace-damaged'],
    ] as const) {
      writeFileSync(pathOf(name), content)
      const failure = failureOf(() => start().open(site, name))
      expect(failure).toMatchObject({ kind })
      expect(readFileSync(pathOf(name))).toEqual(Buffer.from(content))
    }
  })

  it('loses nothing when the disk is full', () => {
    const { db, close } = makeFile(join(dir, 'full.relx'), 'The workspace “full”')
    const store = createStore(db, 'The workspace “full”', close)
    store.save({ batch: graph })
    db.pragma('max_page_count = 40')
    const many = Array.from({ length: 5_000 }, (_, at) => page(`1${at}`))
    const big = { batch: { entities: many, relations: [] } }
    expect(failureOf(() => store.save(big))).toEqual({
      kind: 'storage',
      what: 'The workspace “full”',
    })
    expect(store.counts()).toEqual({ nodes: 2, edges: 1 })
    db.pragma('max_page_count = 100000')
    store.save(big)
    expect(store.counts().nodes).toBe(5_002)
    store.close()
  })

  it('says which folder cannot be written', () => {
    writeFileSync(join(dir, 'file'), 'a file')
    const nowhere = createWorkspaces(join(dir, 'file'), 's')
    expect(failureOf(() => nowhere.open(site))).toEqual({
      kind: 'storage',
      what: 'The folder of workspaces',
    })
    writeFileSync(join(dir, 'workspaces'), 'a file')
    expect(failureOf(() => start().open(site))).toMatchObject({ kind: 'storage' })
  })

  it('copies, hands out and takes in whole files, but only of the same site', async () => {
    const first = start()
    const { info } = first.open(site)
    first.save(info.id, { batch: graph })
    expect(first.copy(info.id, 'example')).toMatchObject({ id: 'example 2', nodes: 2, edges: 1 })
    const name = 'example.relx'
    const data = wholeFile(first, info.id).toString('base64')
    expect(await upload(first, site, '../..//evil: name?.relx', data)).toMatchObject({
      id: 'evil name',
      edges: 1,
    })
    const other = upload(first, 'https://other.atlassian.net', name, data)
    await expect(other).rejects.toMatchObject({ failure: { kind: 'other-site' } })
    const text = Buffer.from('hello').toString('base64')
    const bad = upload(first, site, 'bad.relx', text)
    await expect(bad).rejects.toMatchObject({ failure: { kind: 'no-workspace' } })
    expect(
      first
        .list(site)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['evil name', 'example', 'example 2'])
  })

  it('refuses names that lead out of its folder', () => {
    for (const id of ['../x', '/etc/x', '.hidden', '', 'a'.repeat(81)]) {
      expect(failureOf(() => start().open(site, id))).toMatchObject({ kind: 'gone' })
    }
  })

  it('gives one another name, under which the work of all who have it open goes on', async () => {
    const workspaces = start()
    const { id } = workspaces.create(site, 'Before').info
    workspaces.save(id, { batch: graph })
    const stop = new AbortController()
    const moves = workspaces.watch(id, stop.signal)
    const told = moves.next()
    workspaces.create(site, 'Taken')
    expect(workspaces.rename(id, 'After, 26 Nov')).toMatchObject({ id: 'After, 26 Nov', nodes: 2 })
    expect((await told).value).toEqual({ from: id, to: 'After, 26 Nov', why: 'renamed' })
    stop.abort()
    // A save that was on its way goes by the name that it knew.
    workspaces.save(id, { batch: { entities: [page('3')], relations: [] } })
    expect(workspaces.open(site, 'After, 26 Nov').batch.entities).toHaveLength(3)
    expect(
      workspaces
        .list(site)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(['After, 26 Nov', 'Taken'])
    // One that is taken gets a number; other letters of its own name are none.
    expect(workspaces.rename('After, 26 Nov', 'Taken').id).toBe('Taken 2')
    expect(workspaces.rename('Taken 2', 'TAKEN 2').id).toBe('TAKEN 2')
    expect(failureOf(() => workspaces.rename('TAKEN 2', '../out'))).toMatchObject({
      kind: 'unfit-name',
    })
    expect(failureOf(() => workspaces.rename('Nowhere', 'Somewhere'))).not.toBeNull()
    // In a new start of the program it is what it was.
    workspaces.close()
    expect(start('t').open(site, 'TAKEN 2').batch.entities).toHaveLength(3)
  })
})
