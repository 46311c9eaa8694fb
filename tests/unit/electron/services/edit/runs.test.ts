import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Entry, stepsOf } from '@shared/edit'
import { type NodeId, relationOf } from '@shared/graph'
import { createRuns, resolveUnsure, runEntry } from '../../../../../electron/services/edit'
import type { RemoteClient } from '../../../../../electron/services/remote'
import { createWorkspaces } from '../../../../../electron/services/workspace'

const site = 'https://example.atlassian.net'
const wanted = { entry: 'e', retry: false, force: false }
const targets = Array.from({ length: 120 }, (_, at): NodeId => `content:${at + 2}`)

/** A journal with 120 lines, and a site where each write waits for a word. */
function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'relx-runs-'))
  const workspaces = createWorkspaces(folder, 'now')
  onTestFinished(() => {
    workspaces.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const store = workspaces.writable(workspaces.open(site).info.id)
  const steps = stepsOf(
    targets.map((target) => ({ action: 'create', relation: 'of', source: 'content:1', target })),
  )
  const entry = { id: 'e', at: '2026-01-01T00:00:00.000Z', session: 'now', person: 'me' }
  store.begin(
    Entry.parse({ ...entry, kind: 'change-set', of: null, title: 't', steps, view: null }),
  )
  const letGo: (() => void)[] = []
  const made: string[] = []
  const relationAt = (ends: Parameters<RemoteClient['create']>[0]) =>
    relationOf(ends.relation, `content:${ends.source.key}`, `content:${ends.target.key}`)
  const client: Pick<RemoteClient, 'get' | 'create' | 'delete'> = {
    get: () => Promise.resolve({ relation: null, calls: 1 }),
    create: async (ends) => {
      await new Promise<void>((resolve) => letGo.push(resolve))
      made.push(ends.target.key)
      return { relation: relationAt(ends), calls: 1 }
    },
    delete: () => Promise.resolve({ calls: 1 }),
  }
  const states = () => store.entry('e')?.steps.map(({ state }) => state) ?? []
  return { store, client, letGo, made, states }
}

describe('a run that is stopped', () => {
  it('sends nothing more, waits for what is on its way, and can be gone on with', async () => {
    const { store, client, letGo, made, states } = setUp()
    const runs = createRuns()
    const events = runs.during(wanted, (stop) =>
      runEntry({ store, client, concurrency: 2 }, wanted, stop),
    )
    const told: string[] = []
    const over = (async () => {
      for await (const { step } of events) told.push(step.state)
    })()
    await expect.poll(() => letGo.length).toBe(2)
    runs.stop('e')
    for (const one of letGo.splice(0)) one()
    await over
    expect(made).toHaveLength(2)
    expect(told.filter((state) => state === 'confirmed')).toHaveLength(2)
    expect(states().filter((state) => state === 'waiting')).toHaveLength(118)

    const rest = runEntry({ store, client, concurrency: 8 }, wanted)
    const free = setInterval(() => letGo.splice(0).forEach((one) => one()), 1)
    for await (const { step } of rest) told.push(step.state)
    clearInterval(free)
    expect(made).toHaveLength(120)
    expect(new Set(made).size).toBe(120)
    expect(new Set(states())).toEqual(new Set(['confirmed']))
  })

  it('stops too where nobody listens any longer, and writes down what was on its way', async () => {
    const { store, client, letGo, made, states } = setUp()
    const events = runEntry({ store, client, concurrency: 2 }, wanted)
    expect((await events.next()).value?.step.state).toBe('sent')
    await expect.poll(() => letGo.length).toBe(2)
    await events.return(undefined)
    for (const one of letGo.splice(0)) one()
    await expect.poll(() => states().filter((state) => state === 'confirmed').length).toBe(2)
    expect([made.length, letGo.length]).toEqual([2, 0])
    expect(states()).not.toContain('sent')
  })
})

describe('reading back', () => {
  it('leaves alone what is being sent, and tells all of an act that is asked about', async () => {
    const { store, client } = setUp()
    const step = store.entry('e')?.steps[0]
    if (step === undefined) throw new Error('no step')
    store.step('e', 0, { ...step, state: 'sent' })
    const parts = { store, client, concurrency: 2 }
    expect(store.claim('e', [0])).toEqual([0])
    expect(await resolveUnsure(parts, {})).toEqual([])
    store.release('e', [0])
    const told = await resolveUnsure(parts, { entry: 'e', at: 1 })
    expect(told.filter(({ at }) => at === 0).map((one) => one.step.state)).toEqual(['sent'])
    const all = await resolveUnsure(parts, {})
    expect(all).toMatchObject([{ entry: 'e', at: 0, step: { state: 'refused' } }])
    expect(store.entry('e')?.steps[0]?.failure).toMatchObject({ kind: 'not-arrived' })
  })
})
