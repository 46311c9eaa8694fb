import { IdTypes } from './answers'
import { failureAlone, itemsLacking } from './alone'
import { batchSize, inBatches, type Left } from './batches'
import type { Caller } from './call'

/** The kind of each id, the ids of which nothing is there, and those that were asked in vain. */
export type ContentTypes = {
  readonly types: ReadonlyMap<string, string>
  readonly absent: readonly string[]
  readonly left: readonly Left[]
}

/** Asks of what kind some content is, a batch a call; each batch stands alone. */
export async function contentTypes(caller: Caller, ids: readonly string[]): Promise<ContentTypes> {
  const parts = await Promise.all(
    inBatches(ids, batchSize.idTypes).map((batch) => oneBatch(caller, batch)),
  )
  return {
    types: new Map(parts.flatMap(({ types }) => [...types])),
    absent: parts.flatMap(({ absent }) => absent),
    left: parts.flatMap(({ left }) => left),
  }
}

async function oneBatch(caller: Caller, batch: string[]): Promise<ContentTypes> {
  try {
    const { results } = await caller.read(
      'post',
      '/wiki/api/v2/content/convert-ids-to-types',
      { body: { contentIds: batch } },
      { what: 'this content', doing: 'reading what kind of content this is', schema: IdTypes },
    )
    return sorted(batch, results)
  } catch (error) {
    const failure = failureAlone(error)
    return { types: new Map(), absent: [], left: [{ ids: batch, failure }] }
  }
}

function sorted(
  batch: readonly string[],
  results: Readonly<Record<string, string | null | undefined>>,
): ContentTypes {
  const types = new Map<string, string>()
  const absent: string[] = []
  const unsaid: string[] = []
  for (const id of batch) {
    const type = Object.hasOwn(results, id) ? results[id] : null
    if (type === null) absent.push(id)
    // What is neither a kind nor null says nothing, which is not that nothing is there.
    else if (!type) unsaid.push(id)
    else types.set(id, type)
  }
  const left = unsaid.length === 0 ? [] : [{ ids: unsaid, failure: itemsLacking(unsaid.length) }]
  return { types, absent, left }
}
