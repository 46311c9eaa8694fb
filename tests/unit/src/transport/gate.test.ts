import { expect, it } from 'vitest'
import { throughGate } from '../../../../src/transport/gate'

/** A gate that is opened by hand. */
function closedGate() {
  const waiting: (() => void)[] = []
  return {
    gate: (run: () => void) => void waiting.push(run),
    open: () => waiting.splice(0).forEach((run) => run()),
    count: () => waiting.length,
  }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('hands an answer or a failure on when the gate opens', async () => {
  const { gate, open } = closedGate()
  const seen: unknown[] = []
  void throughGate(gate, Promise.resolve('answer')).then((value) => seen.push(value))
  throughGate(gate, Promise.reject(new Error('no'))).catch((error: unknown) => seen.push(error))
  await turn()
  expect(seen).toEqual([])
  open()
  await turn()
  expect(seen).toEqual(['answer', new Error('no')])
})

it('hands on each part of a stream, and ends it when nobody reads on', async () => {
  let isEnded = false
  async function* parts() {
    try {
      yield await Promise.resolve(1)
      yield 2
    } finally {
      isEnded = true
    }
  }
  const { gate, open, count } = closedGate()
  const asked = throughGate(gate, Promise.resolve(parts()))
  await turn()
  open()
  const stream = await asked
  const first = stream.next()
  await turn()
  expect(count()).toBe(1)
  open()
  expect((await first).value).toBe(1)
  await stream.return(undefined)
  expect(isEnded).toBe(true)
})
