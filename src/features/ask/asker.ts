import { type Answer, askParts, type Question } from '@shared/ask'
import type { Graph, Unresolved } from '@shared/graph'
import { type AskMessage, type AskReply, createAnswering, type Writing } from './answering'

/** Below it a worker takes longer to start than the work takes. */
const workerFrom = 2_000
/** Nodes or relations that are taken between two frames; a few ms. */
const pieceSize = 1_000

type Asked = {
  readonly graph: Graph
  readonly unresolved: readonly Unresolved[] | null
  readonly question: Question
}

/**
 * Hands a graph over piece by piece, so that the page goes on between, and asks. Null where it was
 * given up; rejects where it could not be worked out.
 */
export async function answerTo(
  { graph, unresolved, question }: Asked,
  signal: AbortSignal,
): Promise<Answer | null> {
  const desk = openDesk(graph.nodes.size + graph.edges.size)
  try {
    for (const part of askParts(graph, unresolved, pieceSize)) {
      desk.send({ kind: 'part', part })
      await aTurn()
      if (signal.aborted) return null
    }
    const reply = await Promise.race([desk.ask({ kind: 'ask', question }), abortOf(signal)])
    return reply?.kind === 'answer' ? reply.answer : null
  } finally {
    desk.close()
  }
}

/** An answer as text; rejects where it could not be made. */
export async function textOf(writing: Writing): Promise<string> {
  const desk = openDesk(writing.answer.groups.reduce((sum, { rows }) => sum + rows.length, 0))
  try {
    const reply = await desk.ask({ kind: 'write', writing })
    if (reply?.kind !== 'written') throw new Error('It was not written')
    return reply.text
  } finally {
    desk.close()
  }
}

const abortOf = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))

/** What else the page has to do goes first. */
const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Who answers: sent pieces first, asked once. */
type Desk = {
  readonly send: (message: AskMessage) => void
  readonly ask: (message: AskMessage) => Promise<AskReply | null>
  readonly close: () => void
}

const openDesk = (size: number): Desk => (size >= workerFrom ? workerDesk() : pageDesk())

function pageDesk(): Desk {
  const answering = createAnswering()
  return {
    send: (message) => void answering(message),
    ask: async (message) => {
      await aTurn()
      return answering(message)
    },
    close: () => undefined,
  }
}

function workerDesk(): Desk {
  const worker = new Worker(new URL('./ask-worker.ts', import.meta.url), { type: 'module' })
  // It may fail over a piece, before it is asked.
  const reply = new Promise<AskReply>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<AskReply>) => resolve(data)
    worker.onerror = () => reject(new Error('It could not be worked out'))
  })
  reply.catch(() => undefined)
  return {
    send: (message) => worker.postMessage(message),
    ask: (message) => {
      worker.postMessage(message)
      return reply
    },
    close: () => worker.terminate(),
  }
}
