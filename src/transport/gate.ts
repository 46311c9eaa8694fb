/** Runs something at once, or when the page can take a change again. */
export type Gate = (run: () => void) => void

/** What a call answers is handed on when the gate is open, and so is each part of a stream. */
export async function throughGate<T>(gate: Gate, answer: Promise<T>): Promise<T> {
  const opened = () => new Promise<void>((resolve) => gate(resolve))
  try {
    const value = await answer
    await opened()
    return isStream(value) ? (streamed(value, opened) as T & Stream) : value
  } catch (error) {
    await opened()
    throw error
  }
}

type Stream = AsyncIterator<unknown> & AsyncIterable<unknown>

const isStream = (value: unknown): value is Stream =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value

function streamed(inner: Stream, opened: () => Promise<void>): Stream {
  const held = async (part: Promise<IteratorResult<unknown>>) => {
    try {
      return await part
    } finally {
      await opened()
    }
  }
  const outer: Stream = {
    next: () => held(inner.next()),
    return: (value) => inner.return?.(value) ?? Promise.resolve({ done: true, value: undefined }),
    [Symbol.asyncIterator]: () => outer,
  }
  return outer
}
