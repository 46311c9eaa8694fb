import { createStore, useStore } from 'zustand'

type Said = { readonly id: number; readonly words: string }

/** What is kept to be heard; older sentences have been. */
const kept = 5

/** The one voice of the program for who does not see what happens. Usable from outside React. */
export function createLive() {
  const store = createStore<readonly Said[]>(() => [])
  let count = 0
  return {
    store,
    /** Each sentence is an addition of its own, so that the same one is heard again. */
    tell: (words: string): void => {
      if (words === '') return
      count += 1
      store.setState((said) => [...said, { id: count, words }].slice(-kept), true)
    },
  }
}
export type Live = ReturnType<typeof createLive>

/** Heard when the person comes to rest, and not seen: what is said is on the screen elsewhere. */
export function LiveRegion({ live }: { live: Live }) {
  const said = useStore(live.store, (state) => state)
  return (
    <div
      className="visually-hidden"
      role="log"
      aria-label="What happened"
      aria-live="polite"
      aria-relevant="additions"
    >
      {said.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </div>
  )
}
