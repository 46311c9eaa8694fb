import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { type ActedOn, actedOn } from '../features/canvas'
import type { Context, Workbench } from './act'

const WorkbenchContext = createContext<Workbench | null>(null)

/** What the acts below it work on. */
export const WorkbenchProvider = WorkbenchContext.Provider

function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext)
  if (workbench === null) throw new Error('There is no workbench round this.')
  return workbench
}

/** With what is acted on: by default what keys act on, too. */
export const contextOf = (
  workbench: Workbench,
  on: ActedOn = actedOn(workbench.view.store.getState()),
): Context => ({ ...workbench, on })

/** Calls when anything changes that an act may depend on. Gives how to stop. */
export function watchWorkbench(workbench: Workbench, onChange: () => void): () => void {
  const { graph, view, picture, canvas, crawl, map, unresolved, edits, draft, vocabulary } =
    workbench
  const stops = [
    graph.store.subscribe(onChange),
    view.store.subscribe(onChange),
    picture.store.subscribe(onChange),
    canvas.store.subscribe(onChange),
    crawl.store.subscribe(onChange),
    map.store.subscribe(onChange),
    unresolved.subscribe(onChange),
    edits.store.subscribe(onChange),
    draft.store.subscribe(onChange),
    vocabulary.store.subscribe(onChange),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Something in words about the acts, as it is now, and how to act. */
export function useActWords(wordsOf: (context: Context) => string, on?: ActedOn) {
  const workbench = useWorkbench()
  const subscribe = useCallback(
    (onChange: () => void) => watchWorkbench(workbench, onChange),
    [workbench],
  )
  const words = useSyncExternalStore(subscribe, () => wordsOf(contextOf(workbench, on)))
  return { words, context: () => contextOf(workbench, on) }
}
