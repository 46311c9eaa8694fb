import { z } from 'zod'
import type { BodyFormat, Markup, Reading } from '../markup'
import { Id, listOf } from './answers'
import { batchSize, inBatches } from './batches'
import { type Answer, type Caller, parseAnswer } from './call'
import { doing, leastRows, namesIn, paths, Rows, type SpacePages } from './list-pages'

type Kind = SpacePages['kind']

const Body = z.looseObject({ value: z.string() }).nullish().catch(undefined)
const WithBody = listOf(
  z.object({ id: Id, body: z.looseObject({ storage: Body }).nullish().catch(undefined) }),
)

/** The bodies of pages by their ids, as they are stored, of each that came. */
export async function bodiesById(
  caller: Caller,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = await asked(caller, kind, ids, 'storage', null)
  const rows = answers.flatMap((answer) => parseAnswer(answer, WithBody).results)
  return new Map(
    rows.flatMap(({ id, body }) => {
      const value = body?.storage?.value
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

/** What pages name by their ids, of each whose body came. */
export async function namesById(
  caller: Caller,
  kind: Kind,
  ids: readonly string[],
  reading: Reading,
): Promise<ReadonlyMap<string, Markup>> {
  const answers = await asked(caller, kind, ids, reading.format, reading)
  const found = await Promise.all(
    answers.map(async (answer) => {
      const names = await namesIn(answer)
      return parseAnswer(answer, Rows).results.flatMap(({ id, body }) => {
        const markup = typeof body === 'number' ? names[body] : undefined
        return markup ? [[id, markup] as const] : []
      })
    }),
  )
  return new Map(found.flat())
}

const asked = (
  caller: Caller,
  kind: Kind,
  ids: readonly string[],
  format: BodyFormat,
  reading: Reading | null,
): Promise<Answer[]> =>
  Promise.all(
    inBatches(ids, batchSize.ids).map((batch) =>
      caller.send(
        'get',
        paths[kind],
        { query: { id: batch, limit: batchSize.ids, 'body-format': format } },
        {
          ...{ what: 'these pages', doing: doing[kind], reading },
          canAskLess: ids.length > leastRows,
        },
      ),
    ),
  )
