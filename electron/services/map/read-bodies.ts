import { type Home, type Mark, readStorage } from '../markup'
import type { PageRow } from '../remote'
import { createTurns } from './turns'

export type ReadRow = {
  readonly row: PageRow
  readonly marks: readonly Mark[]
  readonly torn: boolean
}

/** Reads the bodies of listed pages; nothing else waits longer than for one of them. */
export async function readBodies(rows: readonly PageRow[], home: Home): Promise<ReadRow[]> {
  const pause = createTurns()
  const read: ReadRow[] = []
  for (const row of rows) {
    read.push({ row, ...(await readStorage(row.body ?? '', home, pause)) })
  }
  return read
}
