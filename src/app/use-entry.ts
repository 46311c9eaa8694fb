import { useEffect } from 'react'
import type { Places } from './places'
import type { Session } from '../session'

/** A site that has opened is said, and the keyboard goes to its graph from the screen that is gone. */
export function useEntry({ profile, graph, notices }: Session, places: Places): void {
  useEffect(() => {
    const isEmpty = graph.store.getState().graph.nodes.size === 0
    const site = profile.kind === 'demo' ? 'The demo site' : new URL(profile.site).host
    notices.tell(
      `${site} is open.${isEmpty ? ' Nothing is drawn yet: choose where to start.' : ''}`,
    )
    places.goTo('graph')
  }, [profile, graph, notices, places])
}
