import { useEffect, useState } from 'react'
import type { Failure } from '@shared/failure'
import type { Entity } from '@shared/graph'
import type { AskSpaces } from './ask-spaces'

type Spaces =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'here'; readonly spaces: readonly Entity[]; readonly more: boolean }

/** Every space of the site, asked for once. */
export function useSpaces(ask: AskSpaces) {
  const [state, setState] = useState<Spaces>({ kind: 'asking' })
  useEffect(() => {
    const leaving = new AbortController()
    void ask.list(leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return
      setState(
        answer.ok
          ? { kind: 'here', spaces: answer.value.spaces, more: answer.value.more }
          : { kind: 'failed', failure: answer.failure },
      )
    })
    return () => leaving.abort()
  }, [ask])
  return state
}

/** Long enough that a row of ticks is one question. */
const wait = 300

type Count = { readonly of: string; readonly pages: number | null }

/** About how many pages the chosen spaces have; undefined while that is asked, null where untold. */
export function useCount(ask: AskSpaces, keys: readonly string[]): number | null | undefined {
  const [count, setCount] = useState<Count | null>(null)
  const wanted = keys.join('\n')
  useEffect(() => {
    if (wanted === '') return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      void ask.count(wanted.split('\n'), leaving.signal).then((answer) => {
        if (leaving.signal.aborted) return
        setCount({ of: wanted, pages: answer.ok ? answer.value.pages : null })
      })
    }, wait)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [ask, wanted])
  return count?.of === wanted ? count.pages : undefined
}
