import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StepEvent } from '@shared/contract'
import { type Edit, Entry, waiting } from '@shared/edit'
import { relationOf } from '@shared/graph'
import { resolveUnsure, runEntry } from '../../../../../electron/services/edit'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'

const relation = relationOf('blocks', 'content:1', 'content:2')
const entryOf = (edits: readonly Edit[]): Entry =>
  Entry.parse({
    id: 'e',
    at: '2026-01-01T00:00:00.000Z',
    session: 's',
    person: 'A',
    kind: 'delete',
    of: null,
    title: 'Deleted.',
    steps: edits.map((edit) => waiting(edit)),
    view: null,
  })

/** A site that holds one relation and answers a deletion only when it is told to. */
function slowSite() {
  let isThere = true
  let answer: () => void = () => undefined
  const sent: string[] = []
  return {
    sent,
    answer: () => answer(),
    client: {
      get: () => Promise.resolve({ relation: isThere ? relation : null, calls: 1 }),
      create: () => {
        sent.push('create')
        return Promise.resolve({ relation, calls: 1 })
      },
      delete: async () => {
        sent.push('delete')
        await new Promise<void>((resolve) => (answer = resolve))
        isThere = false
        return { calls: 1 }
      },
    },
  }
}

const once = { entry: 'e', retry: false, force: false }
const again = { ...once, retry: true }

async function all(events: AsyncIterable<StepEvent>): Promise<string[]> {
  const states: string[] = []
  for await (const { step } of events) states.push(step.state)
  return states
}

describe('a step that is on its way', () => {
  let dir: string
  let workspaces: Workspaces
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relx-claims-'))
    workspaces = createWorkspaces(dir, 's')
  })
  afterEach(() => {
    workspaces.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const open = () => workspaces.writable(workspaces.open('https://example.atlassian.net').info.id)

  it('is settled by who sent it alone, though a second page reads back and retries', async () => {
    const store = open()
    const { client, sent, answer } = slowSite()
    store.begin(entryOf([{ kind: 'delete', relation }]))
    const first = all(runEntry({ store, client, concurrency: 2 }, once))
    await expect.poll(() => sent).toEqual(['delete'])

    expect(await resolveUnsure({ store, client, concurrency: 2 }, {})).toEqual([])
    expect(await all(runEntry({ store, client, concurrency: 2 }, again))).toEqual([])
    expect(store.entry('e')?.steps.map(({ state }) => state)).toEqual(['sent'])

    answer()
    expect(await first).toEqual(['sent', 'confirmed'])
    expect(store.entry('e')?.steps.map(({ state }) => state)).toEqual(['confirmed'])
    expect(sent).toEqual(['delete'])
  })

  it('is not sent by a second run of the same act before its turn came in the first', async () => {
    const store = open()
    const { client, sent, answer } = slowSite()
    const other = relationOf('blocks', 'content:1', 'content:3')
    store.begin(
      entryOf([
        { kind: 'delete', relation },
        { kind: 'create', relation: other },
      ]),
    )
    const first = all(runEntry({ store, client, concurrency: 1 }, once))
    await expect.poll(() => sent).toEqual(['delete'])
    expect(await all(runEntry({ store, client, concurrency: 1 }, again))).toEqual([])
    answer()
    await first
    expect(store.entry('e')?.steps.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(sent).toEqual(['delete', 'create'])
  })

  it('is left to who sent it also where its page is gone, and read back after a restart', async () => {
    const store = open()
    const { client, sent, answer } = slowSite()
    store.begin(entryOf([{ kind: 'delete', relation }]))
    const page = new AbortController()
    const run = runEntry({ store, client, concurrency: 1 }, once, page.signal)
    expect((await run.next()).value).toMatchObject({ step: { state: 'sent' } })
    await expect.poll(() => sent).toEqual(['delete'])
    page.abort()
    await run.return(undefined)
    expect(await resolveUnsure({ store, client, concurrency: 2 }, {})).toEqual([])

    // The host ends before the answer; the next one knows of no runner.
    workspaces.close()
    workspaces = createWorkspaces(dir, 'later')
    const later = open()
    expect(await resolveUnsure({ store: later, client, concurrency: 2 }, {})).toMatchObject([
      { entry: 'e', at: 0, step: { state: 'refused' } },
    ])
    answer()
  })
})
