import { FailureError } from '@shared/failure'
import { type EdgeId, type Entity, type NodeId, unknownEntity } from '@shared/graph'
import type { GonePage, MapEvent, MapProgress, PageKind, Refreshed } from '@shared/map'
import type { Reading } from '../markup'
import type { SpacePages } from '../remote'
import { lookBeyond } from './look-beyond'
import { type MappedPage, mappedPage } from './mapped-page'
import { readingFor } from './mapping'
import type { KeptMap, LookedUp, MapRequest } from './model'
import { createPageSize } from './page-size'
import { readRows, rowLists } from './refresh-lists'
import {
  type Differing,
  type KeptRefresh,
  type ListedAnswer,
  nodeOf,
  type RefreshKeeper,
  type RefreshPlace,
  type RefreshPort,
} from './refresh-model'
import { newestOf, readUpTo } from './refresh-rows'

export type RefreshParts = {
  readonly port: RefreshPort
  readonly keeper: RefreshKeeper
  readonly onEvent: (event: MapEvent) => void
  readonly stop: AbortSignal
  /** Relations that the graph holds from the pages of this map. */
  readonly known: ReadonlySet<EdgeId>
}

/** One refresh on its way: brings what is kept of a map to what the site has now. */
export class Refreshing {
  readonly #port: RefreshPort
  readonly #keeper: RefreshKeeper
  readonly #onEvent: (event: MapEvent) => void
  readonly #signal: AbortSignal
  readonly #request: MapRequest
  readonly #reading: Reading | null
  #map: KeptMap
  readonly #pages: Map<string, MappedPage>
  readonly #fresh = new Set<string>()
  readonly #answers: ListedAnswer[]
  #place: RefreshPlace
  #calls: number

  constructor(parts: RefreshParts, request: MapRequest, map: KeptMap, kept: KeptRefresh) {
    this.#port = parts.port
    this.#keeper = parts.keeper
    this.#onEvent = parts.onEvent
    this.#signal = parts.stop
    this.#request = request
    this.#reading = readingFor(request)
    this.#map = map
    this.#pages = new Map(map.pages.map((page) => [page.id, page]))
    this.#answers = [...kept.answers]
    this.#place = kept.place
    this.#calls = map.calls
    for (const id of kept.place.read) this.#fresh.add(id)
  }

  /** Asks for what has changed, and keeps it. Throws what ends all of it; what came is kept. */
  async run(): Promise<void> {
    const isWhole = this.#place.begun.mode === 'reconcile'
    if (isWhole && this.#answers.length === 0) await this.#askSpaces()
    this.#progress()
    await this.#readLists(isWhole)
    await this.#readAnew()
    if (!isWhole || !this.isListed()) return
    await this.#findGone()
    await this.#lookAgain()
  }

  /** Whether every list was read as far as it has to be. */
  isListed(): boolean {
    const ended = new Set(this.#answers.flatMap(({ list, ended: is }) => (is ? [list] : [])))
    return rowLists(this.#map.spaces).every(({ name }) => ended.has(name))
  }

  /** The map as it is kept by now. */
  map(): KeptMap {
    const told = new Set([...this.#pages.keys()].filter((id) => !this.#fresh.has(id)))
    return { ...this.#map, pages: [...this.#pages.values()], calls: this.#calls, told }
  }

  /** That nobody sees them any more, of those that are gone so; where others are was looked up. */
  goneEntities(): Entity[] {
    const lost = (this.#place.gone ?? []).filter(({ why }) => why === 'not-seen')
    return lost.map(({ node }) => ({ ...unknownEntity(node), status: 'missing' }))
  }

  found(): Refreshed {
    const read = new Set(this.#place.read)
    const changed = this.#differing().filter(
      ({ id, what }) => read.has(id) && what.length > 0 && this.#pages.has(id),
    )
    return {
      mode: this.#place.begun.mode,
      rows: this.#answers.reduce((sum, { rows }) => sum + rows, 0),
      changed: changed.map(({ id, what }) => ({ node: nodeOf(id), what: [...what] })),
      gone: [...(this.#place.gone ?? [])],
    }
  }

  unusable(): number {
    return this.#answers.reduce((sum, { unusable }) => sum + unusable, 0)
  }

  /** A moment of the site's clock before which every change is known now. */
  readUpTo(): string | null {
    const { begun, listedAt, read } = this.#place
    const done = new Set(read)
    const isRead = this.#differing().every(({ id }) => done.has(id))
    if (listedAt === null || !this.isListed() || !isRead) return begun.since
    const newest = newestOf(this.#answers.map((one) => one.newest))
    return readUpTo(newest, begun.startedAt, listedAt, begun.since)
  }

  #mayCall = (): boolean => this.#calls < this.#request.maxCalls

  #progress(phase: MapProgress['phase'] = 'reading'): void {
    const rows = this.#answers.reduce((sum, one) => sum + one.rows, 0)
    const progress = { phase, pages: rows, relations: 0, calls: this.#calls }
    this.#onEvent({ kind: 'progress', progress })
  }

  /** Spaces may have another name or home page by now; one that is not told stays as it was. */
  async #askSpaces(): Promise<void> {
    const { spaces, calls } = await this.#port.spaces(this.#request.spaces, this.#signal)
    this.#calls += calls
    const now = new Map(spaces.map((space) => [space.id, space]))
    const merged = this.#map.spaces.map((space) => now.get(space.id) ?? space)
    this.#map = { ...this.#map, spaces: merged }
    this.#keeper.spaces(merged, calls)
  }

  async #readLists(isWhole: boolean): Promise<void> {
    const about = { pages: this.#pages, isWhole, since: this.#place.begun.since }
    const before = [...this.#answers]
    let calls = 0
    const watching = {
      mayCall: this.#mayCall,
      onCalls: (made: number) => {
        this.#calls += made
        calls += made
      },
      onAnswer: (answer: ListedAnswer) => {
        this.#answers.push(answer)
        this.#place = { ...this.#place, listedAt: new Date().toISOString() }
        this.#keeper.listed(answer, this.#place, calls)
        calls = 0
        this.#progress()
      },
    }
    const ended = new AbortController()
    const signal = AbortSignal.any([this.#signal, ended.signal])
    const reading = rowLists(this.#map.spaces).map(async (list) => {
      try {
        await readRows(this.#port, list, before, about, watching, signal)
      } catch (error) {
        ended.abort()
        throw error
      }
    })
    const failed = (await Promise.allSettled(reading)).flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof Error ? [one.reason] : [],
    )
    const first = failed.find((error) => !isCancelled(error)) ?? failed[0]
    if (first !== undefined) throw first
  }

  /** Each differing page once, with all in which it differs. */
  #differing(): Differing[] {
    const found = new Map<string, Differing>()
    for (const one of this.#answers.flatMap(({ differing }) => differing)) found.set(one.id, one)
    return [...found.values()]
  }

  async #readAnew(): Promise<void> {
    const done = new Set(this.#place.read)
    for (const kind of ['page', 'blogpost'] as const) {
      const open = this.#differing().filter((one) => one.kind === kind && !done.has(one.id))
      await this.#readById(
        kind,
        open.map(({ id }) => id),
      )
    }
  }

  async #readById(kind: PageKind, ids: readonly string[]): Promise<void> {
    const size = createPageSize(250)
    const spaces = this.#spaces()
    for (let at = 0; at < ids.length && this.#mayCall();) {
      const batch = ids.slice(at, at + size.now())
      try {
        const reading = this.#reading
        const wanted = { kind, ids: batch, spaces, reading, withTrash: false }
        const { rows, calls, ms } = await this.#port.pages(wanted, this.#signal)
        size.took(ms)
        this.#calls += calls
        const keys = new Map(spaces.map(({ id, key }) => [id, key]))
        const here = rows.filter(({ spaceId }) => keys.has(spaceId))
        const pages = here.map((row) => {
          const spaceKey = keys.get(row.spaceId) ?? ''
          return mappedPage(row, { kind, spaceKey }, reading !== null)
        })
        this.#take(pages, batch, calls)
        at += batch.length
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        this.#calls += 1
        if (!size.failed(error.failure, batch.length)) throw error
      }
    }
  }

  /** One that was asked for and did not come is gone by now, which a reconcile finds. */
  #take(pages: readonly MappedPage[], asked: readonly string[], calls: number): void {
    for (const page of pages) {
      this.#pages.set(page.id, page)
      this.#fresh.add(page.id)
    }
    this.#place = { ...this.#place, read: [...this.#place.read, ...asked] }
    this.#keeper.readAnew(pages, this.#place, calls)
    this.#progress()
  }

  #spaces(): SpacePages['space'][] {
    return this.#map.spaces.map(({ id, entity }) => ({ id, key: entity.key, name: entity.title }))
  }

  /** What no list has told: looked for by its id, which tells where it is, if anywhere. */
  async #findGone(): Promise<void> {
    if (this.#place.gone !== null || !this.#mayCall()) return
    const seen = new Set(this.#answers.flatMap((one) => one.seen))
    const absent = [...this.#pages.keys()].filter((id) => !seen.has(id))
    const beyond = await lookBeyond(this.#port, absent.map(nodeOf), this.#signal)
    this.#calls += beyond.calls
    const gone = goneOf(beyond, this.#map)
    this.#learn(beyond.found, beyond.entities, beyond.calls)
    const ids = gone.map(({ node }) => node.slice('content:'.length))
    for (const id of ids) this.#pages.delete(id)
    this.#place = { ...this.#place, gone: [...gone] }
    this.#keeper.dropped(ids, this.#place)
  }

  /** What pages name beyond their spaces may be there by now, or be there no longer. */
  async #lookAgain(): Promise<void> {
    if (this.#place.lookedAgain || !this.#mayCall()) return
    const just = new Set(this.#place.gone?.map(({ node }) => node))
    const again = this.#map.lookedUp.flatMap(({ id }) =>
      id.startsWith('user:') || just.has(id) || this.#pages.has(id.slice('content:'.length))
        ? []
        : [id],
    )
    const { found, entities, calls } = await lookBeyond(this.#port, again, this.#signal)
    this.#calls += calls
    this.#place = { ...this.#place, lookedAgain: true }
    this.#learn(found, entities, calls)
    this.#keeper.place(this.#place)
  }

  #learn(found: readonly LookedUp[], entities: readonly Entity[], calls: number): void {
    this.#keeper.lookedUp(found, entities, calls)
    const anew = new Set<NodeId>(found.map(({ id }) => id))
    const before = this.#map.lookedUp.filter(({ id }) => !anew.has(id))
    this.#map = {
      ...this.#map,
      lookedUp: [...before, ...found],
      entities: [...this.#map.entities, ...entities],
    }
  }
}

/** Which of the absent pages are gone: one whose look-up failed is not known to be. */
function goneOf(
  {
    entities,
    found,
  }: { readonly entities: readonly Entity[]; readonly found: readonly LookedUp[] },
  { spaces }: KeptMap,
): readonly GonePage[] {
  const known = new Map(entities.map((entity) => [entity.id, entity]))
  const mapped = new Set(spaces.map(({ entity }) => entity.key))
  return found.flatMap(({ id, seen }): GonePage[] => {
    const entity = known.get(id)
    if (!seen || entity === undefined) return [{ node: id, why: 'not-seen' }]
    if (entity.status === 'trashed' || entity.status === 'deleted')
      return [{ node: id, why: 'trashed' }]
    const isHere = entity.space !== undefined && mapped.has(entity.space.key)
    return isHere ? [] : [{ node: id, why: 'elsewhere' }]
  })
}

const isCancelled = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'cancelled'
