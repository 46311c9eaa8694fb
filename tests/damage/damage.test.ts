/** Files that were flipped, cut, overwritten and crafted, against the folder and the command line. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import { WorkspaceInfo, WorkspaceState } from '@shared/workspace'
import { createWorkspaces, readWorkspaceFile } from '../../electron/services/workspace'
import { createDemands, type Demand } from './demand'
import { hurt } from './hurt'
import { entry, makeSample, nodes, site } from './sample'

const isLong = process.env['LONG_TESTS'] === '1'
const count = isLong ? 2_000 : 200
const atATime = 50
/** What a power cut would do is asked elsewhere, and a disk under load would take minutes. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : null

describe(`${count} hurt files`, () => {
  let dir: string
  let sample: string
  let demands: ReturnType<typeof createDemands>
  const usual = process.env['TMPDIR']
  beforeAll(() => {
    dir = mkdtempSync(join(memory ?? tmpdir(), 'relx-damage-'))
    // Of its own, so that what is left behind in it is ours.
    process.env['TMPDIR'] = dir
    sample = makeSample(join(dir, 'sample'))
    demands = createDemands(sample)
  })
  afterAll(() => {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
    rmSync(dir, { recursive: true, force: true })
  })

  /** Opens one or saves what can be read of it, as a person would; null where neither can be. */
  const used = async (workspaces: ReturnType<typeof createWorkspaces>, info: WorkspaceInfo) => {
    if (info.closed === null) return WorkspaceState.parse(workspaces.open(site, info.id))
    if (!info.damaged) return null
    const made = WorkspaceInfo.parse(await workspaces.rescue(site, info.id))
    return WorkspaceState.parse(workspaces.open(site, made.id))
  }

  const tally = { opened: 0, rescued: 0, refused: 0, nodes: 0, rows: 0 }

  /** What was opened holds each row whose pages are as they were, and can be saved to. */
  const checked = (
    workspaces: ReturnType<typeof createWorkspaces>,
    info: WorkspaceInfo,
    { told, demand, state }: { told: string; demand: Demand; state: WorkspaceState },
  ) => {
    if (!told.includes('sql:')) {
      expect([told, demands.missing(demand, state)]).toEqual([told, []])
      tally.rows += Object.values(demand).flat().length
    }
    tally[info.closed === null ? 'opened' : 'rescued'] += 1
    tally.nodes += state.batch.entities.length
    if (info.id === 'good') expect(state.batch.entities).toHaveLength(nodes)
    // A save must end, and must be there: in each file of others, in some of our own.
    workspaces.save(state.info.id, { entries: [entry(1_000)] })
    if (info.closed !== null && Number(info.id.slice(5)) % 10 > 0) return
    const saved = workspaces.open(site, state.info.id).entries.map(({ id }) => id)
    expect([told, saved.at(-1)]).toEqual([told, 'e1000'])
  }

  const tried = async (
    workspaces: ReturnType<typeof createWorkspaces>,
    folder: string,
    info: WorkspaceInfo,
    how: string,
  ) => {
    const told = `${info.id}: ${how}`
    const { demand, isSiteHurt, isHeadHurt } = demands.of(join(folder, `${info.id}.relx`))
    const isRefusable = isHeadHurt || demand.nodes.length + demand.edges.length === 0
    try {
      const state = await used(workspaces, info)
      if (state !== null) {
        checked(workspaces, info, { told, demand, state })
        return
      }
      expect([told, isRefusable]).toEqual([told, true])
    } catch (error) {
      // Nothing could be read: then that is what is said.
      if (!(error instanceof FailureError)) throw new Error(told, { cause: error })
      expect([told, error.failure.kind]).toEqual([told, 'no-workspace'])
      expect([told, isRefusable || isSiteHurt]).toEqual([told, true])
    }
    tally.refused += 1
  }

  it(
    'are each opened, saved as far as they can be read, or called no workspace',
    async () => {
      for (let from = 0; from < count; from += atATime) {
        const data = join(dir, `folder-${from}`)
        const folder = join(data, 'workspaces')
        mkdirSync(folder, { recursive: true })
        const how = new Map<string, string>()
        for (let at = from; at < from + atATime; at += 1) {
          how.set(`hurt ${at}`, hurt(sample, join(folder, `hurt ${at}.relx`), at))
        }
        copyFileSync(sample, join(folder, 'good.relx'))
        const before = new Map(
          readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]),
        )
        const workspaces = createWorkspaces(data, 's')
        await workspaces.look()
        const listed = workspaces.list(site).map((info) => WorkspaceInfo.parse(info))
        for (const info of listed) await tried(workspaces, folder, info, how.get(info.id) ?? 'good')
        workspaces.close()
        // One whose site was hurt belongs to no site that is asked for, and is not listed.
        expect(listed.length).toBeGreaterThan(atATime - 3)
        for (const { id, closed } of listed) {
          if (closed === null) continue
          const name = `${id}.relx`
          expect([
            id,
            readFileSync(join(folder, name)).equals(before.get(name) ?? Buffer.alloc(0)),
          ]).toEqual([id, true])
        }
        expect(readdirSync(folder).filter((name) => !name.endsWith('.relx'))).toEqual([])
        rmSync(data, { recursive: true, force: true })
      }
      console.log(`${count} hurt files:`, JSON.stringify(tally))
      const used_ = tally.opened + tally.rescued
      expect(used_ + tally.refused).toBeGreaterThan(count * 0.97)
      // A hurt page or two cost their rows alone.
      expect(tally.nodes / used_ / nodes).toBeGreaterThan(0.9)
    },
    count * 2_000,
  )

  it(
    'are read by the command line, which leaves no copy behind',
    async () => {
      const some = isLong ? 200 : 10
      for (let at = 0; at < some; at += 1) {
        const path = join(dir, `cli ${at}.relx`)
        hurt(sample, path, at)
        try {
          expect((await readWorkspaceFile(path)).batch.entities.length).toBeLessThanOrEqual(nodes)
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError)
        }
        rmSync(path)
        expect(readdirSync(dir)).toEqual(['sample'])
      }
    },
    count * 2_000,
  )
})
