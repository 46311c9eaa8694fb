import type { WireCall } from '@shared/contract'
import { createListeners } from '@shared/listeners'

/** One attempt as the caller reports it; the log gives it its number. */
export type Attempted = Omit<WireCall, 'id'>

/** The last attempts on the wire, oldest first. Nothing secret comes in: headers are not part of it. */
export type WireLog = {
  add(attempted: Attempted): void
  last(): readonly WireCall[]
  /** Tells of each attempt from now on; gives what ends the telling. */
  onCall(listener: (call: WireCall) => void): () => void
}

export function createWireLog(size = 2_000): WireLog {
  const ring: WireCall[] = []
  const calls = createListeners<[call: WireCall]>()
  let made = 0
  return {
    add: (attempted) => {
      made += 1
      const call = { id: made, ...attempted }
      // Index of the oldest, which the newest replaces.
      ring[(made - 1) % size] = call
      calls.tell(call)
    },
    last: () => {
      const oldest = made % size
      return made <= size ? [...ring] : [...ring.slice(oldest), ...ring.slice(0, oldest)]
    },
    onCall: calls.add,
  }
}
