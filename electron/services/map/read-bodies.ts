import { type Home, type Mark, readStorage } from '../markup'
import type { PageRow } from '../remote'
import { createTurns } from './turns'

export type ReadRow = {
  readonly row: PageRow
  readonly marks: readonly Mark[]
  readonly torn: boolean
}

/** Reads the bodies of listed pages, and lets go of them; nothing else waits longer than for one. */
export async function readBodies(rows: readonly PageRow[], home: Home): Promise<ReadRow[]> {
  const pause = createTurns()
  const read: ReadRow[] = []
  for (const row of rows) {
    const { marks, torn } = await readStorage(row.body ?? '', home, pause)
    // A part of a text holds on to the whole of it, so that each mark would keep its body in memory.
    read.push({
      row: { ...row, body: row.body === null ? null : '' },
      marks: structuredClone(marks),
      torn,
    })
  }
  return read
}
