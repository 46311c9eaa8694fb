import type { Session } from './session'

type Of = Pick<Session, 'opened' | 'canvas' | 'workspace'>

/**
 * A graph that came without places, as from an imported file, is arranged and fitted as after a
 * first crawl, as soon as there is a canvas to do it on. Returns what gives the waiting up.
 */
export function arrangeUnplaced({ opened, canvas, workspace }: Of): () => void {
  if (opened.batch.entities.length === 0 || opened.places.length > 0) return () => undefined
  const arrange = () => {
    if (canvas.store.getState().mounted === null) return
    stop()
    void canvas.arrange(undefined, false).then(() => workspace.touch())
  }
  const stop = canvas.store.subscribe(arrange)
  arrange()
  return stop
}
