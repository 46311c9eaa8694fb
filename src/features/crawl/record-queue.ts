import type { QueryRecord } from '@shared/crawl'

const wait = 80

/** Gathers records for a moment, since taking them in copies the list of nodes. */
export function createRecordQueue(take: (records: readonly QueryRecord[]) => void) {
  let waiting: QueryRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const all = waiting
    waiting = []
    if (all.length > 0) take(all)
  }
  return {
    flush,
    add: (records: readonly QueryRecord[]): void => {
      for (const record of records) waiting.push(record)
      timer ??= setTimeout(flush, wait)
    },
  }
}
