import { useEffect, useState } from 'react'
import type { Entity } from '@shared/graph'
import type { Finder } from './finder'

/** Under which heading a known thing is offered. */
type Known = { readonly entity: Entity; readonly heading: string }

export type Familiarity =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'known'; readonly known: readonly Known[] }

/** What a person may begin from before anything is typed; asked for when it is wanted first. */
export function useFamiliar(finder: Finder, isWanted: boolean): Familiarity {
  const [known, setKnown] = useState<readonly Known[] | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isOver = false
    void finder.familiar().then((answer) => {
      // Nobody asked for it: what cannot be had is not offered, and typing is.
      if (!isOver) setKnown(answer.ok ? knownIn(answer.value) : [])
    })
    return () => {
      isOver = true
    }
  }, [finder, isWanted])
  if (known !== null) return known.length === 0 ? { kind: 'none' } : { kind: 'known', known }
  return { kind: isWanted ? 'looking' : 'none' }
}

/** Each once: what is starred and was viewed, too, stands with what was viewed. */
function knownIn({
  viewed,
  starred,
}: {
  viewed: readonly Entity[]
  starred: readonly Entity[]
}): Known[] {
  const ids = new Set(viewed.map(({ id }) => id))
  return [
    ...viewed.map((entity) => ({ entity, heading: 'Viewed last' })),
    ...starred.filter(({ id }) => !ids.has(id)).map((entity) => ({ entity, heading: 'Starred' })),
  ]
}
