import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import { FailureError } from '@shared/failure'
import { createListeners } from '@shared/listeners'
import type { Client } from './client'
import { type Gate, throughGate } from './gate'

export type Connection = {
  readonly client: Client
  /** Called once when the host is gone, at once where it is gone already. Returns how to stop listening. */
  readonly onLost: (listener: () => void) => () => void
}

/** What is known about the way to the host. Made before the link, so that it hears of the end first. */
export type Loss = Pick<Connection, 'onLost'> & { readonly isLost: () => boolean }

export function watchLoss(way: Pick<EventTarget, 'addEventListener'>): Loss {
  const losses = createListeners()
  let lost = false
  way.addEventListener('close', () => {
    if (lost) return
    lost = true
    losses.tell()
  })
  return {
    isLost: () => lost,
    onLost: (listener) => {
      if (lost) {
        listener()
        return () => undefined
      }
      return losses.add(listener)
    },
  }
}

/**
 * A client over a link. Where the host is gone a call fails with `host-gone`: the library would
 * call it aborted, or wait on a closed port for ever.
 */
export function connectionOver(
  link: ClientLink<ClientContext>,
  loss: Loss,
  gate: Gate = (run) => run(),
): Connection {
  const watched: ClientLink<ClientContext> = {
    call: async (path, input, options) => {
      try {
        if (loss.isLost()) throw new FailureError({ kind: 'host-gone' })
        return await throughGate(gate, link.call(path, input, options))
      } catch (error) {
        throw loss.isLost() ? new FailureError({ kind: 'host-gone' }, { cause: error }) : error
      }
    },
  }
  const client: Client = createORPCClient(watched)
  return { client, onLost: loss.onLost }
}
