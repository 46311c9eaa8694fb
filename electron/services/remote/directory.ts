import { type V2Space, V2SpaceList, type V2User, V2UserList } from './answers'
import { batchSize, inCalls } from './batches'
import type { Caller } from './call'

/** Spaces and people by id; those that other things refer to are kept, since they recur. */
export type Directory = {
  spacesById(caller: Caller, ids: readonly string[]): Promise<ReadonlyMap<string, V2Space>>
  spacesByKey(caller: Caller, keys: readonly string[]): Promise<V2Space[]>
  people(caller: Caller, accountIds: readonly string[]): Promise<ReadonlyMap<string, V2User>>
  /** Asks the server even for people who are kept. */
  freshPeople(caller: Caller, accountIds: readonly string[]): Promise<V2User[]>
}

export function createDirectory(): Directory {
  const spaces = new Map<string, V2Space>()
  const people = new Map<string, V2User>()

  const freshPeople: Directory['freshPeople'] = async (caller, ids) => {
    const found = await inCalls(
      ids,
      batchSize.accounts,
      (batch) => usersBulk(caller, batch),
      (user) => user.accountId,
    )
    for (const user of found) people.set(user.accountId, user)
    return found
  }
  const keepSpaces = (found: V2Space[]) => {
    for (const space of found) spaces.set(space.id, space)
    return found
  }
  return {
    spacesById: async (caller, ids) => {
      const missing = ids.filter((id) => !spaces.has(id))
      const ask = (batch: string[]) => listSpaces(caller, { ids: batch })
      keepSpaces(await inCalls(missing, batchSize.ids, ask, (space) => space.id))
      return spaces
    },
    spacesByKey: async (caller, keys) => {
      const ask = (batch: string[]) => listSpaces(caller, { keys: batch })
      return keepSpaces(await inCalls(keys, batchSize.keys, ask, (space) => space.key))
    },
    people: async (caller, ids) => {
      await freshPeople(
        caller,
        ids.filter((id) => !people.has(id)),
      )
      return people
    },
    freshPeople,
  }
}

async function listSpaces(caller: Caller, by: { ids: string[] } | { keys: string[] }) {
  const query = { ...by, limit: 250 }
  const list = await caller.read(
    'get',
    '/wiki/api/v2/spaces',
    { query },
    { what: 'these spaces', doing: 'reading spaces', schema: V2SpaceList },
  )
  return { items: list.results, more: list._links['next'] !== undefined }
}

async function usersBulk(caller: Caller, accountIds: string[]) {
  const list = await caller.read(
    'post',
    '/wiki/api/v2/users-bulk',
    { body: { accountIds } },
    { what: 'these people', doing: 'reading names of people', schema: V2UserList },
  )
  return { items: list.results, more: list._links['next'] !== undefined }
}
