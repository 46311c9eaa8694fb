import type Database from 'libsql'
import type { MapSummary, MapWanted } from '@shared/map'
import type { WorkspaceChange } from '@shared/workspace'
import {
  KeptFound,
  type KeptHeader,
  KeptPage,
  KeptPlace,
  type MapKeeper,
  type MappedPage,
} from '../map'
import { type Tools, toolsFor } from './map-tools'
import { dropRefresh, refreshIn } from './refresh-rows'
import { bytesOf, numberIn, understood } from './rows'
import type { Telling } from './telling'
import type { Way } from './transaction'
import type { Writers } from './write'

type Parts = {
  readonly guarded: Way
  readonly whole: Way
  readonly told: Telling['told']
  readonly write: Pick<Writers, 'part' | 'change'>
}

/** A store's methods stand side by side, since each is guarded for itself. */
type Keeps = {
  readonly mapKeepSpaces: MapKeeper['spaces']
  readonly mapKeepRows: MapKeeper['rows']
  readonly mapKeepPaired: MapKeeper['paired']
  readonly mapKeepFound: MapKeeper['lookedUp']
}

type Some = {
  readonly pages: readonly MappedPage[]
  readonly lost: number
  readonly last: number | null
}

type MapEnded = Pick<MapSummary, 'state' | 'unresolved'> & Partial<Pick<MapSummary, 'atLimit'>>

/** Pages that are read from the file in one go. */
const most = 500

/** Each answer in one go with how far it brings the map. */
const keepsIn = ({ put, change, called }: Tools, whole: Way) =>
  ({
    mapKeepSpaces: (spaces, calls) =>
      whole(() => change((old) => ({ spaces: [...spaces], calls: old.calls + calls }))),
    mapKeepRows: (pages, place, calls) =>
      whole(() => {
        for (const page of pages) put('map_pages', page.id, page)
        put('map_lists', `${place.kind} ${place.space}`, place)
        called(calls)
      }),
    mapKeepPaired: (pages, calls) =>
      whole(() => {
        for (const page of pages) put('map_pages', page.id, page)
        called(calls)
      }),
    mapKeepFound: (found, entities, calls) =>
      whole(() => {
        const known = new Map(entities.map((entity) => [entity.id, entity]))
        for (const one of found) {
          const entity = known.get(one.own ?? one.id)
          put('map_found', one.id, { ...one, ...(entity !== undefined && { entity }) })
        }
        called(calls)
      }),
  }) satisfies Keeps

/** What a store can do with the map of its spaces: one, which goes on where it was left. */
export function mapRows(db: Database.Database, { guarded, whole, told, write }: Parts) {
  const { part } = write
  const tools = toolsFor(db, part)
  const { header, rows, change } = tools
  return {
    ...keepsIn(tools, whole),
    mapHeader: () => guarded(header),
    /** Begins anew: what an earlier map has kept is no longer needed. */
    mapBegin: (wanted: MapWanted): null =>
      whole(() => {
        for (const table of ['map_pages', 'map_lists', 'map_found']) db.exec(`delete from ${table}`)
        dropRefresh(db)
        const startedAt = new Date().toISOString()
        part('map', { wanted, spaces: null, calls: 0, startedAt, ended: null })
        return null
      }),
    ...refreshIn(db, tools, { part, whole, guarded }),
    /** Of a file that is read into this one. */
    mapTakeOver: (header: KeptHeader): void => whole(() => part('map', header)),
    mapGoOn: (): void => whole(() => change(() => ({ ended: null }))),
    /** Ends it, with what nobody saw of what the pages name. */
    mapEnd: ({ state, unresolved, atLimit = false }: MapEnded, readUpTo?: string | null): void => {
      const open: WorkspaceChange = { unresolved: { anew: true, list: unresolved } }
      const end = () => {
        const ended = { at: new Date().toISOString(), state }
        change(() => ({ ended, ...(readUpTo !== undefined && { readUpTo }) }))
        // One that was stopped or broke off goes on where it was.
        if ((state === 'complete' || state === 'partial') && !atLimit) dropRefresh(db)
        write.change(open)
      }
      told(end, () => open)
    },
    /** What nobody saw of what the pages name, as it is known now; the map stays as it ended. */
    mapResolved: (unresolved: MapSummary['unresolved']): void => {
      const open: WorkspaceChange = { unresolved: { anew: true, list: unresolved } }
      told(
        () => write.change(open),
        () => open,
      )
    },
    /** Some of the pages, how many cannot be read, and where to read on; null behind the last. */
    mapPages: (after: number): Some =>
      guarded(() => {
        const found = db
          .prepare(
            `select cast(rowid as integer) as at, ${bytesOf('data')} from map_pages where rowid > ? order by rowid limit ${most}`,
          )
          .all(after)
        const pages = found.flatMap((row) => understood(KeptPage, row) ?? [])
        return {
          pages,
          lost: found.length - pages.length,
          last: found.length < most ? null : numberIn(found.at(-1), 'at'),
        }
      }),
    mapCount: (): number =>
      guarded(() => {
        const row: unknown = db.prepare('select count(*) as n from map_pages').get()
        return numberIn(row, 'n') ?? 0
      }),
    mapLists: () =>
      guarded(() => rows('map_lists').flatMap((row) => understood(KeptPlace, row) ?? [])),
    mapFound: (): KeptFound[] =>
      guarded(() => rows('map_found').flatMap((row) => understood(KeptFound, row) ?? [])),
  }
}
