import { type V2Space, V2SpaceList, type V2User, V2UserList } from './answers'
import { batchSize, type Gathered, inCalls, type Left, type Listed } from './batches'
import type { Caller } from './call'
import { foldKey } from './fold-key'

/** Those of whom something is known, by id, and those that could not be asked for. */
export type Kept<T> = {
  readonly known: ReadonlyMap<string, T>
  readonly left: readonly Left[]
}

/** Spaces and people by id; those that other things refer to are kept, since they recur. */
export type Directory = {
  spacesById(caller: Caller, ids: readonly string[]): Promise<Kept<V2Space>>
  /** Keys are found in any case; the answers have the site's own spelling. */
  spacesByKey(caller: Caller, keys: readonly string[]): Promise<Gathered<V2Space>>
  people(caller: Caller, accountIds: readonly string[]): Promise<Kept<V2User>>
  /** Asks the server even for people who are kept. */
  freshPeople(caller: Caller, accountIds: readonly string[]): Promise<Gathered<V2User>>
}

export function createDirectory(): Directory {
  const spaces = new Map<string, V2Space>()
  const people = new Map<string, V2User>()

  const freshPeople: Directory['freshPeople'] = async (caller, ids) => {
    const came = await inCalls(ids, {
      size: batchSize.accounts,
      ask: (batch) => usersBulk(caller, batch),
      idOf: (user) => user.accountId,
    })
    for (const user of came.found) people.set(user.accountId, user)
    return came
  }
  const keepSpaces = (came: Gathered<V2Space>) => {
    for (const space of came.found) spaces.set(space.id, space)
    return came
  }
  return {
    spacesById: async (caller, ids) => {
      const { left } = keepSpaces(
        await inCalls(
          ids.filter((id) => !spaces.has(id)),
          {
            size: batchSize.ids,
            ask: (batch) => listSpaces(caller, { ids: batch }),
            idOf: (space) => space.id,
          },
        ),
      )
      return { known: spaces, left }
    },
    spacesByKey: async (caller, keys) =>
      keepSpaces(
        await inCalls(keys, {
          size: batchSize.keys,
          ask: (batch) => listSpaces(caller, { keys: batch }),
          idOf: (space) => space.key,
          fold: foldKey,
        }),
      ),
    people: async (caller, ids) => {
      const { left } = await freshPeople(
        caller,
        ids.filter((id) => !people.has(id)),
      )
      return { known: people, left }
    },
    freshPeople,
  }
}

async function listSpaces(
  caller: Caller,
  by: { ids: string[] } | { keys: string[] },
): Promise<Listed<V2Space>> {
  const query = { ...by, limit: 250 }
  const list = await caller.read(
    'get',
    '/wiki/api/v2/spaces',
    { query },
    { what: 'these spaces', doing: 'reading spaces', schema: V2SpaceList },
  )
  return listed(list)
}

async function usersBulk(caller: Caller, accountIds: string[]): Promise<Listed<V2User>> {
  const list = await caller.read(
    'post',
    '/wiki/api/v2/users-bulk',
    { body: { accountIds } },
    { what: 'these people', doing: 'reading names of people', schema: V2UserList },
  )
  return listed(list)
}

/** A list of the second API as an answer to a list of ids. */
export const listed = <T>(list: {
  readonly results: readonly T[]
  readonly unusable: number
  readonly _links: Readonly<Record<string, string>>
}): Listed<T> => ({
  items: list.results,
  unusable: list.unusable,
  more: list._links['next'] !== undefined,
})
