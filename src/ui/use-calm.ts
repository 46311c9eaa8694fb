import { startTransition, useEffect, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { afterPress } from './press'

/**
 * As `useStore`, for what is dear to work out: follows at most once in `wait(value)` ms, always with
 * the last value in the end, and lets what a person does go before. At once where the wait is 0.
 * `select` and `wait` have to stay the same functions.
 */
export function useCalm<State, Value>(
  store: Pick<StoreApi<State>, 'getState' | 'subscribe'>,
  select: (state: State) => Value,
  wait: (value: Value) => number,
): Value {
  const [value, setValue] = useState(() => select(store.getState()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let followed = -Infinity
    const follow = () => {
      timer = undefined
      followed = performance.now()
      startTransition(() => setValue(() => select(store.getState())))
    }
    const onChange = () => {
      const next = select(store.getState())
      const pause = wait(next)
      if (pause === 0) setValue(() => next)
      else
        timer ??= setTimeout(
          () => afterPress(follow),
          Math.max(0, followed + pause - performance.now()),
        )
    }
    onChange()
    const stop = store.subscribe(onChange)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, select, wait])
  return value
}
