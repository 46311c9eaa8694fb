import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Home, type Mark, readStorage } from '../markup'
import type { PageRow } from '../remote'

/** ms of reading after which the rest of the program has its turn. */
const turn = 10

export type ReadRow = {
  readonly row: PageRow
  readonly marks: readonly Mark[]
  readonly torn: boolean
}

/** Reads the bodies of listed pages; nothing else waits longer than for one of them. */
export async function readBodies(rows: readonly PageRow[], home: Home): Promise<ReadRow[]> {
  const read: ReadRow[] = []
  let began = performance.now()
  for (const row of rows) {
    read.push({ row, ...(await readStorage(row.body ?? '', home, pause)) })
  }
  return read

  async function pause(): Promise<void> {
    if (performance.now() - began < turn) return
    await nextTurn()
    began = performance.now()
  }
}
