import type { RemoteClient } from '../remote'
import type { RefreshPort } from './refresh-model'

/** The calls of a map and its refresh, made by a client. `ready` is waited for before each. */
export const mapPortOf = (
  client: Pick<
    RemoteClient,
    'spaces' | 'listPages' | 'bodies' | 'names' | 'describe' | 'listRows' | 'pagesById' | 'titled'
  >,
  ready: (signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
): RefreshPort => ({
  spaces: async (keys, signal) => {
    await ready(signal)
    return client.spaces(keys, signal)
  },
  list: async (wanted, signal) => {
    await ready(signal)
    return client.listPages(wanted, signal)
  },
  bodies: async (kind, ids, signal) => {
    await ready(signal)
    return client.bodies(kind, ids, signal)
  },
  names: async (kind, ids, reading, signal) => {
    await ready(signal)
    return client.names(kind, ids, reading, signal)
  },
  rows: async (wanted, signal) => {
    await ready(signal)
    return client.listRows(wanted, signal)
  },
  pages: async (wanted, signal) => {
    await ready(signal)
    return client.pagesById(wanted, signal)
  },
  titled: async (wanted, signal) => {
    await ready(signal)
    return client.titled(wanted, signal)
  },
  describe: async (refs, signal) => {
    await ready(signal)
    return client.describe(refs, signal)
  },
})
