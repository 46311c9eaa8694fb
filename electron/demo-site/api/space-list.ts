import type { Ask, Context } from './ask'
import { bad, listOf, most, page, refuseIds, refuseValues } from './listing-v2'
import type { Reply } from './reply'
import { spaceV2 } from './shapes-v2'
import { refuseSort, sorted, spaceOrders } from './sort-v2'

const types = [
  'global',
  'collaboration',
  'knowledge_base',
  'personal',
  'system',
  'onboarding',
  'xflow_sample_space',
]

/** `GET /wiki/api/v2/spaces`; keys are met in any case, as measured. */
export function listSpaces(ask: Ask, context: Context): Reply {
  const { query } = ask
  const { world } = context
  const [keys, ids] = [listOf(query, 'keys', context), listOf(query, 'ids', context)]
  const [type, status] = [query.getAll('type'), query.getAll('status')]
  const refused =
    refuseIds('ids', ids) ??
    (keys.length > most ? bad(`'keys' takes at most ${most} values`) : null) ??
    refuseValues('type', type, types) ??
    refuseValues('status', status, ['current', 'archived']) ??
    refuseSort(query, spaceOrders)
  if (refused !== null) return refused
  const folded = keys.map((key) => key.toLowerCase())
  const fan = query.get('favorited-by')
  const isFavourite = (key: string) =>
    fan === null ||
    world.relations.get('favourite', { type: 'user', key: fan }, { type: 'space', key }) !==
      undefined
  const found = [...world.spaces.values()].filter(
    (space) =>
      isFavourite(space.key) &&
      (folded.length === 0 || folded.includes(space.key.toLowerCase())) &&
      (ids.length === 0 || ids.includes(space.id)) &&
      (type.length === 0 || type.includes(space.type)) &&
      (status.length === 0 || status.includes(space.status)),
  )
  return page(ask, context, sorted(found, query, spaceOrders), (space) => spaceV2(space, world))
}
