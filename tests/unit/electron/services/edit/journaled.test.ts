import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ActKind,
  type ChangeLine,
  Entry,
  historyOf,
  isThere,
  redoSteps,
  type Step,
  stepsOf,
  undoSteps,
} from '@shared/edit'
import { edgeId, type EntityRef, nodeId } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../../../../electron/demo-site'
import type { RelationStore } from '../../../../../electron/demo-site/world/relation-store'
import { runEntry } from '../../../../../electron/services/edit'
import {
  authorizeBasic,
  createRemoteClient,
  type RemoteClient,
} from '../../../../../electron/services/remote'
import { createWorkspaces, type Workspaces } from '../../../../../electron/services/workspace'

const names = ['model-a', 'model-b'] as const
let site: DemoSite
let client: RemoteClient
let ends: readonly EntityRef[]
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
  client = createRemoteClient({
    apiBase: site.origin,
    siteOrigin: site.origin,
    authorization: authorizeBasic(site.email, site.token),
    version: 'test',
  })
  ends = [...site.world.content.values()]
    .filter(
      ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
    )
    .slice(0, 3)
    .map(({ id }) => ({ type: 'content', key: id }))
})
afterAll(async () => {
  await client.close()
  await site.close()
})

/** Beside the API, as somebody else would change it. */
const store = () => site.world.relations as RelationStore

/** What the server holds of the model's names, with who made each. */
const held = (): Map<string, string> =>
  new Map(
    [...site.world.relations.all()]
      .filter(({ name }) => names.some((one) => one === name))
      .map((one) => [edgeId(one.name, nodeId(one.source), nodeId(one.target)), one.createdBy]),
  )

/** A person at the program: a file, the journal in it, and the simulator behind. */
function createPerson() {
  const folder = mkdtempSync(join(tmpdir(), 'relx-model-'))
  let count = 0
  let workspaces: Workspaces = createWorkspaces(folder, 'first')
  let id = workspaces.open(site.origin).info.id
  const entries = () => workspaces.open(site.origin, id).entries
  const run = async (kind: ActKind, steps: readonly Step[], of: string | null = null) => {
    count += 1
    const file = workspaces.writable(id)
    const entry = { id: String(count), at: new Date().toISOString(), session: 's', person: 'me' }
    file.begin(Entry.parse({ ...entry, kind, of, title: kind, steps, view: null }))
    const wanted = { entry: entry.id, retry: false, force: false }
    const told: Step['state'][] = []
    for await (const { step } of runEntry({ store: file, client, concurrency: 2 }, wanted)) {
      told.push(step.state)
    }
    return told
  }
  return {
    entries,
    act: (line: ChangeLine) => run(line.action, stepsOf([line])),
    undo: async () => {
      const last = historyOf(entries()).done.at(-1)
      if (last !== undefined) await run('undo', undoSteps(last, entries()), last.id)
      return last !== undefined
    },
    redo: async () => {
      const last = historyOf(entries()).undone.at(-1)
      if (last !== undefined) await run('redo', redoSteps(last, entries()), last.id)
    },
    restart: () => {
      workspaces.close()
      workspaces = createWorkspaces(folder, `after ${count}`)
      id = workspaces.open(site.origin).info.id
    },
    edges: () => workspaces.open(site.origin, id).batch.relations.map((one) => one.id),
    close: () => {
      workspaces.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const edge = fc.record({
  relation: fc.constantFrom(...names),
  source: fc.nat(2),
  target: fc.nat(2),
})
const kind = fc.constantFrom('create', 'delete', 'flip', 'retype', 'undo', 'redo', 'restart')
const move = fc.record({ kind, edge })
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

const lineOf = ({ kind: action, edge: { relation, source, target } }: Move): ChangeLine | null => {
  const [from, to] = [ends[source], ends[target]]
  if (from === undefined || to === undefined || source === target) return null
  if (action === 'undo' || action === 'redo' || action === 'restart') return null
  const line = { relation, source: nodeId(from), target: nodeId(to) }
  return action === 'retype'
    ? { ...line, action, newName: relation === 'model-a' ? 'model-b' : 'model-a' }
    : { ...line, action: action }
}

async function play(person: ReturnType<typeof createPerson>, one: Move): Promise<void> {
  if (one.kind === 'undo') await person.undo()
  else if (one.kind === 'redo') await person.redo()
  else if (one.kind === 'restart') person.restart()
  else {
    const line = lineOf(one)
    if (line !== null) await person.act(line)
  }
}

const clear = () => {
  for (const one of [...site.world.relations.all()]) {
    if (names.some((name) => name === one.name)) {
      store().delete(one.name, one.source, one.target)
    }
  }
}

describe('the journal against the simulator', () => {
  it('takes the server back to its start through edits, undos, redos and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 10 }), async (moves) => {
        clear()
        const person = createPerson()
        try {
          const start = [...held().keys()]
          for (const one of moves) await play(person, one)
          // What the file holds of the graph is what the server holds.
          expect(person.edges().sort()).toEqual([...held().keys()].sort())
          for (let left = 30; left > 0 && (await person.undo()); left -= 1);
          expect([...held().keys()].sort()).toEqual(start.sort())
          expect(historyOf(person.entries()).done).toEqual([])
        } finally {
          person.close()
        }
      }),
      { numRuns: 25 },
    )
  })

  it('never takes away what somebody else has made, and tells exactly what it did', async () => {
    const other = fc.record({ kind: fc.constantFrom('theirs', 'gone'), edge })
    const both = fc.array(fc.oneof(move, other), { minLength: 1, maxLength: 10 })
    const somebody = [...site.world.users.values()].find(
      ({ accountId }) => accountId !== site.world.me.accountId,
    )
    if (somebody === undefined) throw new Error('nobody else')
    await fc.assert(
      fc.asyncProperty(both, async (moves) => {
        clear()
        const person = createPerson()
        try {
          for (const one of moves) {
            const [source, target] = [ends[one.edge.source], ends[one.edge.target]]
            if (source === undefined || target === undefined || source === target) continue
            const { relation: name } = one.edge
            if (one.kind === 'theirs') {
              const createdAt = new Date().toISOString()
              const createdBy = somebody.accountId
              store().put({ name, source, target, createdBy, createdAt })
            } else if (one.kind === 'gone') store().delete(name, source, target)
            else {
              const before = held()
              const told = person.entries().length
              await play(person, one as Move)
              const steps = person
                .entries()
                .slice(told)
                .flatMap((entry) => entry.steps)
              expectTold(before, held(), steps)
            }
          }
          const theirs = [...held()].filter(([, by]) => by === somebody.accountId)
          for (let left = 12; left > 0 && (await person.undo()); left -= 1);
          for (const [id, by] of theirs) expect([id, held().get(id)]).toEqual([id, by])
        } finally {
          person.close()
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** The confirmed steps are exactly the difference that an act made at the server. */
function expectTold(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  steps: readonly Step[],
): void {
  const now = new Set(before.keys())
  for (const { edit, state } of steps) {
    if (state !== 'confirmed') continue
    if (edit.kind === 'create') now.add(edit.relation.id)
    else now.delete(edit.relation.id)
  }
  expect([...now].sort()).toEqual([...after.keys()].sort())
  for (const step of steps.filter(isThere)) {
    expect(after.has(step.edit.relation.id) || step.edit.kind === 'delete').toBe(true)
  }
}
