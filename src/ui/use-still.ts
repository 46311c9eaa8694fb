import { useState } from 'react'
import { inKnownOrder, type Row } from './in-known-order'

type Kept<T> = { readonly text: string | null; readonly rows: readonly Row<T>[] }

/**
 * What is offered for one text stays where it is: what is found later comes below, and what is no
 * longer found stays. So neither the highlight nor the pointer is on something else of a sudden.
 * No text means that nothing is offered.
 */
export function useStill<T>(rows: readonly Row<T>[], text: string | null): readonly Row<T>[] {
  const [last, setLast] = useState<Kept<T>>({ text: null, rows: [] })
  const known = text !== null && last.text === text ? last.rows : []
  const still = inKnownOrder(rows, known)
  const kept = text === null ? [] : still
  if (last.text !== text || keysOf(last.rows) !== keysOf(kept)) setLast({ text, rows: kept })
  return still
}

const keysOf = (rows: readonly Row<unknown>[]): string => rows.map(({ key }) => key).join('\n')
