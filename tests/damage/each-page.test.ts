/** Each page of a file lost in turn, and the file cut after each: what stands elsewhere is all there. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endsOf, type EdgeId, type NodeId } from '@shared/graph'
import { createWorkspaces } from '../../electron/services/workspace'
import { createInspector } from '../../electron/services/workspace/inspect'
import { openFile } from '../../electron/services/workspace/open-file'
import { createStore } from '../../electron/services/workspace/store'
import { createDemands } from './demand'
import { rowsAndPages } from './rows-and-pages'
import { makeSample, site } from './sample'

const pageSize = 4096
const inspector = createInspector()
let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'relx-pages-'))
})
afterAll(() => {
  inspector.close()
  rmSync(dir, { recursive: true, force: true })
})

/** All that a rescue takes out of a file. */
async function rescued(path: string) {
  const clean = `${path}.clean`
  const lost = await inspector.rescue(path, clean, 'The file')
  const { db, close } = openFile(clean, 'The file')
  try {
    return { lost: lost ?? {}, state: createStore(db, 'The file', close).read() }
  } finally {
    close()
    rmSync(clean)
  }
}

/** A tenth of the pages, or all of them: each is one rescue. */
const isLong = process.env['LONG_TESTS'] === '1'
const pagesOf = (bytes: Buffer, every: number): number[] =>
  Array.from({ length: bytes.length / pageSize }, (_, at) => at + 1).filter(
    (page) =>
      page > 1 && (isLong || page % every === 0 || bytes.readUInt8((page - 1) * pageSize) === 5),
  )

it('gives every row of the other pages, and tells that some are lost', async () => {
  const sample = makeSample(join(dir, 'whole'))
  const whole = readFileSync(sample)
  const demands = createDemands(sample)
  const tables = new Set(
    [...rowsAndPages(sample).values()].flatMap((rows) => rows.flatMap(({ pages }) => pages)),
  )
  const path = join(dir, 'hurt.relx')
  for (const page of pagesOf(whole, 3)) {
    const hurt = Buffer.from(whole)
    hurt.fill(0, (page - 1) * pageSize, page * pageSize)
    writeFileSync(path, hurt)
    const { lost, state } = await rescued(path)
    expect([page, demands.missing(demands.of(path).demand, state)]).toEqual([page, []])
    if (tables.has(page)) {
      const told = Object.keys(lost).length + state.unreadable.length
      expect([page, told > 0]).toEqual([page, true])
    }
    writeFileSync(path, whole.subarray(0, (page - 1) * pageSize + 100))
    const cut = await rescued(path)
    expect([page, demands.missing(demands.of(path).demand, cut.state)]).toEqual([page, []])
  }
}, 300_000)

it('brings nothing back that was deleted', async () => {
  const sample = makeSample(join(dir, 'deleted'))
  const id = basename(sample, '.relx')
  const workspaces = createWorkspaces(join(dir, 'deleted'), 's')
  const { batch } = workspaces.open(site, id)
  const nodes = batch.entities.slice(20, 150).map((one) => one.id)
  const gone = new Set<NodeId>(nodes)
  const touches = (edge: EdgeId) => endsOf(edge).some((end) => gone.has(end))
  workspaces.save(id, {
    gone: { nodes, edges: batch.relations.map((one) => one.id).filter(touches) },
  })
  workspaces.close()
  const whole = readFileSync(sample)
  // There are pages that hold nothing but what was deleted.
  expect(whole.readUInt32BE(36)).toBeGreaterThan(5)
  const demands = createDemands(sample)
  const path = join(dir, 'hurt.relx')
  for (const page of pagesOf(whole, 4)) {
    const hurt = Buffer.from(whole)
    hurt.fill(0, (page - 1) * pageSize, page * pageSize)
    writeFileSync(path, hurt)
    const { state } = await rescued(path)
    expect([page, demands.missing(demands.of(path).demand, state)]).toEqual([page, []])
    const back = state.batch.entities.filter((one) => gone.has(one.id)).map((one) => one.id)
    // Where the list of free pages is lost itself, a missing number is all that can be gone by.
    if (!isTrunk(whole, page)) expect([page, back]).toEqual([page, []])
  }
}, 300_000)

/** Whether a page tells which others are free. */
function isTrunk(bytes: Buffer, page: number): boolean {
  let next = bytes.readUInt32BE(32)
  while (next !== 0 && next !== page) next = bytes.readUInt32BE((next - 1) * pageSize)
  return next === page
}
