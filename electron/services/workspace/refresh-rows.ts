import type Database from 'libsql'
import {
  type KeptRefresh,
  ListedAnswer,
  type RefreshBegun,
  type RefreshKeeper,
  refreshPlace,
  RefreshPlace,
} from '../map'
import type { Tools } from './map-tools'
import { bytesOf, numberIn, understood } from './rows'
import type { Way } from './transaction'
import type { Writers } from './write'

type Keeps = {
  readonly mapKeepListed: RefreshKeeper['listed']
  readonly mapKeepReadAnew: RefreshKeeper['readAnew']
  readonly mapKeepDropped: RefreshKeeper['dropped']
  readonly mapKeepPlace: RefreshKeeper['place']
}

type Parts = {
  readonly part: Writers['part']
  readonly whole: Way
  readonly guarded: Way
}

/** Among the parts of the file: how far a refresh came, and each answer of its lists. */
const placeName = 'map refresh'
const answerName = 'map refresh answer'

/** Forgets how far a refresh came; part of what the caller holds. */
export const dropRefresh = (db: Database.Database): void =>
  void db.exec(`delete from parts where name = '${placeName}' or name like '${answerName} %'`)

const answers = (db: Database.Database) =>
  db.prepare(`select ${bytesOf('data')} from parts where name like ? order by rowid`)

/** What a store can do with a refresh of its map: one, which goes on where it was left. */
export function refreshIn(db: Database.Database, tools: Tools, { part, whole, guarded }: Parts) {
  const { put, change, called } = tools
  const putPlace = (place: RefreshPlace) => part(placeName, place)
  return {
    mapKeepListed: (answer, place, calls) =>
      whole(() => {
        const sql = `select count(*) as n from parts where name like '${answerName} %'`
        const at = numberIn(db.prepare(sql).get(), 'n') ?? 0
        part(`${answerName} ${at}`, answer)
        putPlace(place)
        called(calls)
      }),
    mapKeepReadAnew: (pages, place, calls) =>
      whole(() => {
        for (const page of pages) put('map_pages', page.id, page)
        putPlace(place)
        called(calls)
      }),
    mapKeepDropped: (ids, place) =>
      whole(() => {
        const drop = db.prepare('delete from map_pages where id = ?')
        for (const id of ids) drop.run(id)
        putPlace(place)
      }),
    mapKeepPlace: (place) => whole(() => putPlace(place)),
    /** Begins anew; what an earlier refresh came to is no longer needed. */
    mapRefreshBegin: (begun: RefreshBegun): KeptRefresh =>
      whole(() => {
        dropRefresh(db)
        const place = refreshPlace(begun)
        putPlace(place)
        change(() => ({ ended: null, calls: 0, readUpTo: begun.since }))
        return { place, answers: [] }
      }),
    /** How far one came that has not ended; null where there is none. */
    mapRefresh: (): KeptRefresh | null =>
      guarded(() => {
        const row = db.prepare(`select ${bytesOf('data')} from parts where name = ?`).get(placeName)
        const place = row === undefined ? null : understood(RefreshPlace, row)
        if (place === null) return null
        const kept = answers(db).all(`${answerName} %`)
        const read = kept.flatMap((one) => understood(ListedAnswer, one) ?? [])
        // Nobody knows what stood in one that cannot be read any more: the lists are read anew.
        return { place, answers: read.length === kept.length ? read : [] }
      }),
  } satisfies Keeps & Record<string, unknown>
}
