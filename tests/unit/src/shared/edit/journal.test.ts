import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type EditPort,
  type Entry,
  historyOf,
  redoSteps,
  runSteps,
  type Step,
  stepsOf,
  undoSteps,
  waiting,
} from '@shared/edit'
import { FailureError } from '@shared/failure'
import { type EdgeId, type NodeId, type Relation, relationOf } from '@shared/graph'

/** Relations at a server, with a clock, other people, and a way to break. */
function createServer() {
  const held = new Map<EdgeId, Relation>()
  let clock = 0
  const make = (relation: Relation, key: string): Relation => {
    clock += 1
    const made = relationOf(relation.relation, relation.source, relation.target, {
      createdBy: { key, name: key },
      createdAt: new Date(clock * 1_000).toISOString(),
    })
    held.set(made.id, made)
    return made
  }
  const state = { broken: false }
  const orBreak = () => {
    if (state.broken) throw new FailureError({ kind: 'forbidden', what: 'this' })
  }
  const port: EditPort = {
    get: (relation) => Promise.resolve(held.get(relation.id) ?? null),
    create: (relation) => {
      orBreak()
      return Promise.resolve(held.get(relation.id) ?? make(relation, 'me'))
    },
    delete: (relation) => {
      orBreak()
      held.delete(relation.id)
      return Promise.resolve()
    },
  }
  return { held, make, port, state, names: () => [...held.keys()].sort() }
}

/** A program that acts, undoes and redoes through the journal alone. */
function createProgram(port: EditPort) {
  let entries: Entry[] = []
  const run = async (kind: Entry['kind'], steps: readonly Step[], of: string | null = null) => {
    const id = String(entries.length)
    const base = { id, at: new Date(0).toISOString(), session: 's', person: 'me', title: id }
    entries.push({ ...base, kind, of, steps: [...steps], view: null })
    const done = await runSteps(
      steps,
      steps.map((_, at) => at),
      {
        port,
        concurrency: 2,
        force: false,
        onStep: (at, step) => {
          entries = entries.map((entry) =>
            entry.id === id
              ? { ...entry, steps: entry.steps.map((old, place) => (place === at ? step : old)) }
              : entry,
          )
          return Promise.resolve()
        },
      },
    )
    return done
  }
  return {
    entries: () => entries,
    act: run,
    undo: async () => {
      const last = historyOf(entries).done.at(-1)
      if (last !== undefined) await run('undo', undoSteps(last, entries), last.id)
      return last !== undefined
    },
    redo: async () => {
      const last = historyOf(entries).undone.at(-1)
      if (last !== undefined) await run('redo', redoSteps(last, entries), last.id)
      return last !== undefined
    },
    /** As after a restart: the journal is all that is left. */
    restart: () => {
      entries = JSON.parse(JSON.stringify(entries)) as Entry[]
    },
  }
}

const nodes: readonly NodeId[] = ['content:1', 'content:2', 'content:3']
const names = ['explains', 'contradicts']
const edge = fc.record({
  relation: fc.constantFrom(...names),
  source: fc.constantFrom(...nodes),
  target: fc.constantFrom(...nodes),
})
const act = fc.oneof(
  fc.record({ do: fc.constant('create' as const), edge }),
  fc.record({ do: fc.constant('delete' as const), edge }),
  fc.record({ do: fc.constant('flip' as const), edge }),
  fc.record({ do: fc.constant('retype' as const), edge }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('restart' as const) }),
)

describe('the journal', () => {
  it('takes the server back to its start, whatever was done, undone and redone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edge, { maxLength: 4 }),
        fc.array(act, { maxLength: 14 }),
        async (first, acts) => {
          const server = createServer()
          for (const { relation, source, target } of first) {
            server.make(relationOf(relation, source, target), 'other')
          }
          const start = server.names()
          const program = createProgram(server.port)
          for (const one of acts) {
            if (one.do === 'undo') await program.undo()
            else if (one.do === 'redo') await program.redo()
            else if (one.do === 'restart') program.restart()
            else {
              const newName = one.edge.relation === 'explains' ? 'contradicts' : 'explains'
              const line = {
                action: one.do,
                ...one.edge,
                ...(one.do === 'retype' ? { newName } : {}),
              }
              const known = (id: string) => server.held.get(id as EdgeId)
              await program.act(one.do, stepsOf([line], known))
            }
          }
          for (let left = 30; left > 0 && (await program.undo()); left -= 1);
          expect(server.names()).toEqual(start)
          expect(historyOf(program.entries()).done).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('tells exactly what happened at the server', async () => {
    const server = createServer()
    const program = createProgram(server.port)
    const relation = relationOf('explains', 'content:1', 'content:2')
    await program.act('create', [waiting({ kind: 'create', relation })])
    await program.act('create', [waiting({ kind: 'create', relation })])
    server.state.broken = true
    await program.act('delete', [waiting({ kind: 'delete', relation })])
    const states = program.entries().map(({ steps }) => steps.map(({ state }) => state))
    expect(states).toEqual([['confirmed'], ['not-needed'], ['refused']])
    expect(historyOf(program.entries()).done.map(({ id }) => id)).toEqual(['0'])
  })

  it('does not delete what somebody else has made anew', async () => {
    const server = createServer()
    const program = createProgram(server.port)
    const relation = relationOf('explains', 'content:1', 'content:2')
    await program.act('create', [waiting({ kind: 'create', relation })])
    server.held.delete(relation.id)
    server.make(relation, 'someone else')
    await program.undo()
    expect(server.names()).toEqual([relation.id])
    expect(program.entries().at(-1)?.steps[0]?.state).toBe('conflict')
    // It still stands in the journal as done, so that it can be tried again.
    expect(historyOf(program.entries()).done).toHaveLength(1)
  })

  it('makes the new relation of a flip before it deletes the old one, and keeps the old one where that fails', async () => {
    const server = createServer()
    const program = createProgram(server.port)
    const old = server.make(relationOf('explains', 'content:1', 'content:2'), 'me')
    server.state.broken = true
    await program.act(
      'flip',
      stepsOf([{ action: 'flip', relation: 'explains', source: old.source, target: old.target }]),
    )
    expect(server.names()).toEqual([old.id])
    server.state.broken = false
    await program.act(
      'flip',
      stepsOf([{ action: 'flip', relation: 'explains', source: old.source, target: old.target }]),
    )
    expect(server.names()).toEqual([relationOf('explains', old.target, old.source).id])
  })
})
