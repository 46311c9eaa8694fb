import { describe, expect, it } from 'vitest'
import {
  type EditPort,
  type Entry,
  readBack,
  runSteps,
  type Step,
  stepsOf,
  unsettledSince,
} from '@shared/edit'
import { type Failure, FailureError } from '@shared/failure'
import { relationOf } from '@shared/graph'

const relation = relationOf('explains', 'content:1', 'content:2')
const line = { relation: 'explains', source: 'content:1', target: 'content:2' } as const
const fail = (failure: Failure) => Promise.reject(new FailureError(failure))
const lost: Failure = { kind: 'timeout', host: 'example.atlassian.net', seconds: 30 }
const noRoute: Failure = { kind: 'no-such-route', doing: 'reading', site: 'example.atlassian.net' }
const unsaid: Failure = { kind: 'not-found', what: 'content:1', unsaid: true }

/** A server that answers each look in turn, the last one for ever. */
function portOf(looks: readonly (Failure | 'there' | 'none')[], write: Partial<EditPort> = {}) {
  let at = 0
  const port: EditPort = {
    get: () => {
      const look = looks[Math.min(at, looks.length - 1)] ?? 'none'
      at += 1
      if (typeof look !== 'string') return fail(look)
      return Promise.resolve(look === 'there' ? relation : null)
    },
    create: (made) => Promise.resolve(made),
    delete: () => Promise.resolve(),
    ...write,
  }
  return port
}

async function run(steps: readonly Step[], port: EditPort, signal = { aborted: false }) {
  const told: string[] = []
  const done = await runSteps(
    steps,
    steps.map((_, at) => at),
    {
      port,
      concurrency: 1,
      force: false,
      signal: signal as AbortSignal,
      onStep: (_, { state }) => {
        told.push(state)
        return Promise.resolve()
      },
    },
  )
  return { done, told }
}
const [deleting, creating] = [
  stepsOf([{ ...line, action: 'delete' }]),
  stepsOf([{ ...line, action: 'create' }]),
]

describe('a change whose answer is lost', () => {
  it.each([[noRoute], [unsaid], [lost]])('is not known after %o', async (look) => {
    const write = { delete: () => fail(lost) }
    const { done } = await run(deleting, portOf(['there', look], write))
    expect(done[0]).toMatchObject({
      state: 'unknown',
      failure: { kind: 'write-unknown', doing: 'delete', relation: 'explains' },
    })
  })

  it('is settled by an answer about the relation, later too', async () => {
    const [unknown] = (
      await run(deleting, portOf(['there', noRoute], { delete: () => fail(lost) }))
    ).done
    if (unknown === undefined) throw new Error('no step')
    expect(await readBack(unknown, portOf([noRoute]))).toMatchObject({ state: 'unknown' })
    expect(await readBack(unknown, portOf(['none']))).toMatchObject({ state: 'confirmed' })
    expect(await readBack(unknown, portOf(['there']))).toMatchObject({
      state: 'refused',
      failure: { kind: 'not-arrived', doing: 'delete' },
    })
  })

  it('keeps what waits for it waiting: nothing follows in the dark', async () => {
    const flip = stepsOf([{ ...line, action: 'flip' }])
    const port = portOf(['none', noRoute], { create: () => fail(lost) })
    const { done } = await run(flip, port)
    expect(done.map(({ state }) => state)).toEqual(['unknown', 'waiting'])
  })

  it('may not be undone, nor what was before it, until it is settled', async () => {
    const { done } = await run(deleting, portOf(['there', noRoute], { delete: () => fail(lost) }))
    const entry = (id: string, steps: readonly Step[], of: string | null = null): Entry => ({
      ...{ id, at: '2026-01-01T00:00:00.000Z', session: 's', person: 'p', view: null },
      ...{ kind: 'delete', of, title: id, steps: [...steps] },
    })
    const confirmed = (await run(creating, portOf(['none']))).done
    const all = [entry('a', confirmed), entry('b', done), entry('c', confirmed)]
    expect(unsettledSince('a', all)?.id).toBe('b')
    expect(unsettledSince('c', all)).toBeNull()
    expect(unsettledSince('c', [...all, entry('d', done, 'c')])?.id).toBe('d')
    expect(unsettledSince('', all)?.id).toBe('b')
  })
})

describe('a change that was stopped before it was sent', () => {
  it('waits as before, and so does what follows it', async () => {
    const stopped: Failure = { kind: 'cancelled' }
    const { done, told } = await run(
      stepsOf([{ ...line, action: 'flip' }]),
      portOf(['none'], { create: () => fail(stopped) }),
    )
    expect(done.map(({ state, failure }) => [state, failure])).toEqual([
      ['waiting', undefined],
      ['waiting', undefined],
    ])
    expect(told).toEqual(['sent', 'waiting'])
  })
})

describe('a look that does not say what is missing', () => {
  it('is no reason against creating, and is one against deleting', async () => {
    expect((await run(creating, portOf([unsaid]))).done[0]?.state).toBe('confirmed')
    expect((await run(deleting, portOf([unsaid]))).done[0]).toMatchObject({
      state: 'refused',
      failure: unsaid,
    })
  })
})
