import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerFile } from '@shared/ask'
import { answerCsv } from '@shared/export'
import { type Unresolved, writtenRelation } from '@shared/graph'
import { createAskStore } from '../../../../../src/features/ask'
import { type AskMessage, createAnswering } from '../../../../../src/features/ask/answering'
import { createGraphStore } from '../../../../../src/features/graph'
import { idOf, type Tie, wikiOf } from '../../shared/ask/small-wiki'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const chain: readonly Tie[] = [
  [1, 'link', 2],
  [3, 'includes', 2],
]

function open(ties: readonly Tie[]) {
  const graph = createGraphStore()
  const { nodes, edges } = wikiOf(ties)
  graph.apply({ entities: [...nodes.values()], relations: [...edges.values()] })
  let list: readonly Unresolved[] | null = null
  const heard = new Set<() => void>()
  const ask = createAskStore({
    ...{ site: 'https://example.atlassian.net', graph },
    unresolved: {
      now: () => list,
      subscribe: (hear) => {
        heard.add(hear)
        return () => void heard.delete(hear)
      },
    },
  })
  const found = () => ask.store.getState().answer?.answer.found
  const put = (next: readonly Unresolved[]) => {
    list = next
    for (const hear of heard) hear()
  }
  return { ask, graph, found, put, kind: () => ask.store.getState().process.kind }
}

describe('a question to the graph', () => {
  it('is asked while somebody looks, and again when graph or open names changed and rest', async () => {
    const { ask, graph, found, put, kind } = open(chain)
    ask.choose({ kind: 'nowhere' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([kind(), found()]).toEqual(['idle', undefined])
    const stop = ask.follow()
    await vi.advanceTimersByTimeAsync(50)
    expect([kind(), found(), ask.store.getState().answer?.answer.isAnswered]).toEqual([
      ...['ready', 0, false],
    ])
    put([{ source: idOf(1), relation: 'link', names: 'DOC:Old', state: 'not-seen' }])
    expect(kind()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(found()).toBe(1)
    ask.choose({ kind: 'unreached' })
    await vi.advanceTimersByTimeAsync(50)
    expect(found()).toBe(1)
    graph.apply({ entities: [], relations: [writtenRelation('link', idOf(1), idOf(3))] })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(found()).toBe(0)
    stop()
    graph.remove({ nodes: [], edges: [] })
    expect(kind()).toBe('ready')
  })

  it('is not asked of no page, and of one page as it is chosen', async () => {
    const { ask, found, kind } = open(chain)
    const stop = ask.follow()
    ask.choose({ kind: 'change' })
    await vi.advanceTimersByTimeAsync(50)
    expect(kind()).toBe('idle')
    ask.choose({ page: idOf(2) })
    await vi.advanceTimersByTimeAsync(50)
    expect(found()).toBe(2)
    ask.choose({ by: 'move' })
    await vi.advanceTimersByTimeAsync(50)
    expect(found()).toBe(0)
    stop()
  })

  it('is written as data that other programs read, and as a list to mail', async () => {
    const { ask } = open(chain)
    const stop = ask.follow()
    ask.choose({ kind: 'change', page: idOf(2), by: 'delete' })
    await vi.advanceTimersByTimeAsync(50)
    const answered = ask.store.getState().answer
    if (answered === null) throw new Error('It was not answered')
    const write = async (as: 'csv' | 'json' | 'text') => {
      const text = ask.write(answered, as, '1.2.3')
      await vi.advanceTimersByTimeAsync(10)
      return text
    }
    expect(await write('csv')).toBe(answerCsv(answered.answer))
    expect(AnswerFile.parse(JSON.parse(await write('json')))).toMatchObject({
      ...{ question: 'change', page: idOf(2), by: 'delete', found: 2, asOf: answered.asOf },
    })
    expect(await write('text')).toContain('What if I delete this page? “Page 2”')
    stop()
  })

  it('is asked of a large graph elsewhere, in pieces, and given up when another takes its place', async () => {
    const closed: string[] = []
    class FakeWorker {
      onmessage: ((event: { data: unknown }) => void) | null = null
      readonly #answering = createAnswering()
      readonly #asked: string[] = []
      postMessage(message: AskMessage) {
        this.#asked.push(message.kind)
        const reply = this.#answering(message)
        if (reply !== null) queueMicrotask(() => this.onmessage?.({ data: reply }))
      }
      terminate() {
        closed.push([...new Set(this.#asked)].join())
      }
    }
    vi.stubGlobal('Worker', FakeWorker)
    const { ask, found } = open(Array.from({ length: 2_500 }, (_, at) => [1, 'link', at + 2]))
    const stop = ask.follow()
    ask.choose({ kind: 'change', page: idOf(2) })
    await vi.advanceTimersByTimeAsync(0)
    ask.choose({ kind: 'unreached' })
    await vi.advanceTimersByTimeAsync(200)
    expect([found(), closed]).toEqual([0, ['part', 'part,ask']])
    stop()
  })
})
