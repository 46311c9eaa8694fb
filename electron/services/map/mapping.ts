import { setMaxListeners } from 'node:events'
import type { Failure } from '@shared/failure'
import type { EdgeId, NodeId, Unresolved } from '@shared/graph'
import type {
  BrokenOff,
  MapEvent,
  MapProgress,
  MapSummary,
  PageRelation,
  Unread,
} from '@shared/map'
import { createTurns, type Reading } from '../markup'
import type { PageRow, SpaceRow } from '../remote'
import { checkTitles, type TitlesChecked } from './check-titles'
import { checkedOf, nothingChecked } from './checked'
import { listsLeft, readSideBySide, type SpaceList } from './lists'
import { lookBeyond } from './look-beyond'
import { type MappedPage, mappedPage, relationsOf } from './mapped-page'
import type { KeptMap, ListPlace, LookedUp, MapKeeper, MapPort, MapRequest } from './model'
import { createPageSize } from './page-size'
import { pairTitles } from './pair-titles'
import { createTeller, linksKnown } from './teller'
import { createTitleIndex } from './title-index'
import { walkSpace } from './walk-space'

export type MapParts = {
  readonly port: MapPort
  readonly keeper: MapKeeper
  readonly onEvent: (event: MapEvent) => void
  readonly stop: AbortSignal
  /** Relations that an earlier map of the same pages has told. */
  readonly known?: ReadonlySet<EdgeId>
}

/** One map on its way: what was read, and what it named. */
export class Mapping {
  readonly #port: MapPort
  readonly #keeper: MapKeeper
  readonly #request: MapRequest
  readonly #onEvent: (event: MapEvent) => void
  readonly #stop: AbortSignal
  /** Ends every list where one meets what all of them would meet. */
  readonly #broken = new AbortController()
  readonly #signal: AbortSignal
  readonly #wanted: ReadonlySet<PageRelation>
  /** How bodies are read; null where nothing of them is wanted. */
  readonly #reading: Reading | null
  readonly #index = createTitleIndex()
  readonly #teller: ReturnType<typeof createTeller>
  readonly #pages = new Map<string, MappedPage>()
  readonly #size = createPageSize()
  #brokenOff: readonly BrokenOff[] = []
  #lookedUp: readonly LookedUp[] = []
  #checked = nothingChecked
  #unresolved: readonly Unresolved[] = []
  #unknownSpaces: readonly string[] = []
  #calls = 0
  #unusable = 0
  #notLookedUp = 0

  constructor({ port, keeper, onEvent, stop, known }: MapParts, request: MapRequest) {
    this.#port = port
    this.#keeper = keeper
    this.#request = request
    this.#onEvent = onEvent
    this.#stop = stop
    this.#signal = AbortSignal.any([stop, this.#broken.signal])
    // Each of many lists listens to it.
    setMaxListeners(0, this.#signal)
    this.#wanted = new Set(request.relations)
    this.#reading = readingFor(request)
    this.#teller = createTeller(onEvent, known)
  }

  /** Reads the spaces, then looks for what they name beyond them. Throws what ends all of it. */
  async run(kept: KeptMap | null): Promise<void> {
    const spaces = kept?.spaces ?? (await this.#askSpaces())
    this.#takeSpaces(spaces)
    if (kept !== null) await this.#takeUp(kept)
    this.#progress('reading')
    this.#brokenOff = await readSideBySide(
      listsLeft(spaces, kept?.lists ?? []),
      (list) => this.#readList(list),
      () => this.#broken.abort(),
    )
    if (this.#reading !== null) await this.#pairTitles()
    if (this.#mayCall()) await this.#lookBeyond()
  }

  /** Takes what is kept as it is, and asks for nothing. */
  async hold(kept: KeptMap): Promise<void> {
    this.#takeSpaces(kept.spaces)
    await this.#takeUp(kept)
  }

  /** Tells what the pages lead to by now, and what led elsewhere before; `isWhole`: all was read. */
  async settle(isWhole: boolean): Promise<void> {
    const pause = createTurns()
    const isAllRead = isWhole && this.#brokenOff.length === 0 && this.#mayCall()
    const at = new Date().toISOString()
    const now = new Set<EdgeId>()
    const unresolved: Unresolved[] = []
    for (const page of this.#pages.values()) {
      await pause()
      const told = this.#relationsOf(page)
      for (const { id } of told.relations) now.add(id)
      unresolved.push(...told.unresolved)
      const links = told.relations.filter(({ relation }) => relation === 'link').length
      const isKnown = isAllRead && page.unread === undefined && this.#wanted.has('link')
      const records = isKnown ? [linksKnown(page.entity.id, links, at)] : []
      this.#teller.add({ relations: told.relations, records })
    }
    this.#unresolved = unresolved
    this.#teller.onlyTrue(now)
    this.#progress('resolving')
  }

  /** Asks the site for at most so many titles that lead nowhere; tells nothing but how far it is. */
  async checkTitles(most: number): Promise<TitlesChecked> {
    const ended = await checkTitles(
      this.#port,
      this.#pages,
      { index: this.#index, checked: this.#checked, most },
      {
        onSeen: ({ pages, found, entities, calls }) => {
          this.#calls += calls
          this.#keeper.paired(pages, calls)
          this.#keeper.lookedUp(found, entities, 0)
          for (const page of pages) this.#pages.set(page.id, page)
          // What came counts also where the next call ends all of it.
          this.#lookedUp = [...this.#lookedUp, ...found]
          this.#checked = checkedOf(this.#lookedUp)
          this.#teller.add({ entities })
          this.#progress('resolving')
        },
        mayCall: () => this.#mayCall(),
      },
      this.#signal,
    )
    this.#notLookedUp += ended.lost
    return ended
  }

  summary(failure: Failure | undefined): MapSummary {
    const atLimit = !this.#mayCall()
    const unread = [...this.#pages.values()].flatMap(({ entity, unread: why }): Unread[] =>
      why === undefined ? [] : [{ node: entity.id, why }],
    )
    const lacking =
      unread.length +
      this.#brokenOff.length +
      this.#unknownSpaces.length +
      this.#unusable +
      this.#notLookedUp
    return {
      state: this.#state(failure, lacking > 0 || atLimit),
      ...(failure !== undefined && { failure }),
      pages: this.#pages.size,
      relations: this.#teller.count(),
      calls: this.#calls,
      unresolved: [...this.#unresolved],
      unread,
      brokenOff: [...this.#brokenOff],
      unknownSpaces: [...this.#unknownSpaces],
      unusable: this.#unusable,
      notLookedUp: this.#notLookedUp,
      atLimit,
    }
  }

  #state(failure: Failure | undefined, isLacking: boolean): MapSummary['state'] {
    if (failure !== undefined) return 'failed'
    if (this.#stop.aborted) return 'stopped'
    return isLacking ? 'partial' : 'complete'
  }

  #mayCall(): boolean {
    return this.#calls < this.#request.maxCalls
  }

  #relationsOf(page: MappedPage) {
    return relationsOf(page, this.#wanted, this.#index, this.#checked)
  }

  #progress(phase: MapProgress['phase']): void {
    this.#teller.flush()
    const progress = {
      phase,
      pages: this.#pages.size,
      relations: this.#teller.count(),
      calls: this.#calls,
    }
    this.#onEvent({ kind: 'progress', progress })
  }

  #takeSpaces(spaces: readonly SpaceRow[]): void {
    const keys = new Set(spaces.map(({ entity }) => entity.key.toLowerCase()))
    this.#unknownSpaces = this.#request.spaces.filter((key) => !keys.has(key.toLowerCase()))
    for (const space of spaces) this.#index.addSpace(space)
    this.#teller.add({ entities: spaces.map(({ entity }) => entity) })
  }

  async #askSpaces() {
    const { spaces, calls } = await this.#port.spaces(this.#request.spaces, this.#signal)
    this.#calls += calls
    this.#keeper.spaces(spaces, calls)
    return spaces
  }

  /** Goes on with what an earlier start of the program has read. */
  async #takeUp({ pages, lookedUp, entities, calls, told }: KeptMap): Promise<void> {
    const pause = createTurns()
    const isToBeTold = ({ id }: MappedPage) => told?.has(id) !== true
    this.#calls += calls
    this.#lookedUp = lookedUp
    this.#checked = checkedOf(lookedUp)
    this.#teller.add({ entities })
    for (const page of pages) {
      await pause()
      this.#pages.set(page.id, page)
      this.#index.addPage(page.entity)
    }
    for (const page of pages) {
      await pause()
      const entities = isToBeTold(page) ? [page.entity] : []
      this.#teller.add({ entities, relations: this.#relationsOf(page).relations })
    }
  }

  async #readList({ space: { id, entity }, kind, from }: SpaceList): Promise<Failure | null> {
    const space = { id, key: entity.key, name: entity.title }
    let calls = 0
    const end = await walkSpace(
      this.#port,
      { kind, space, reading: this.#reading, from, size: this.#size },
      {
        onCalls: (made) => {
          calls += made
          this.#calls += made
        },
        mayCall: () => this.#mayCall(),
        onRows: (rows, unusable, next) => {
          this.#unusable += unusable
          this.#take(rows, { space: id, kind, ...next }, space.key, calls)
          calls = 0
        },
      },
      this.#signal,
    )
    return end.kind === 'broken-off' ? end.failure : null
  }

  #take(rows: readonly PageRow[], place: ListPlace, spaceKey: string, calls: number): void {
    const list = { kind: place.kind, spaceKey }
    const pages = rows.map((row) => mappedPage(row, list, this.#reading !== null))
    this.#keeper.rows(pages, place, calls)
    for (const page of pages) {
      this.#pages.set(page.id, page)
      this.#index.addPage(page.entity)
    }
    for (const page of pages) {
      this.#teller.add({ entities: [page.entity], relations: this.#relationsOf(page).relations })
    }
    this.#progress('reading')
  }

  async #pairTitles(): Promise<void> {
    const about = { home: this.#request.home, index: this.#index, checked: this.#checked }
    this.#notLookedUp = await pairTitles(
      this.#port,
      [...this.#pages.values()],
      about,
      {
        onCalls: (calls) => void (this.#calls += calls),
        onRead: (pages, calls) => {
          this.#keeper.paired(pages, calls)
          for (const page of pages) this.#pages.set(page.id, page)
          this.#progress('resolving')
        },
        mayCall: () => this.#mayCall(),
      },
      this.#signal,
    )
  }

  async #lookBeyond(): Promise<void> {
    const { entities, found, calls, failed } = await lookBeyond(
      this.#port,
      await this.#beyond(),
      this.#signal,
    )
    const untitled = failed.flatMap(({ part, nodes }) => (part === 'title' ? nodes : []))
    this.#notLookedUp += new Set(untitled).size
    this.#calls += calls
    this.#keeper.lookedUp(found, entities, calls)
    this.#lookedUp = [...this.#lookedUp, ...found]
    this.#checked = checkedOf(this.#lookedUp)
    this.#teller.add({ entities })
  }

  /** What the pages name, the lists did not bring, and was not looked up before. */
  async #beyond(): Promise<NodeId[]> {
    const pause = createTurns()
    const named = new Set<NodeId>()
    for (const page of this.#pages.values()) {
      await pause()
      const { relations, unresolved } = this.#relationsOf(page)
      for (const { target } of relations) named.add(target)
      for (const { names, state } of unresolved) {
        if (state === 'not-checked' && /^(content:\d+|space:.+)$/.test(names)) {
          named.add(names as NodeId)
        }
      }
    }
    const before = new Set(this.#lookedUp.map(({ id }) => id))
    const isListed = (id: NodeId) =>
      id.startsWith('content:') && this.#index.has(id.slice('content:'.length))
    return [...named].filter((id) => !isListed(id) && !before.has(id))
  }
}

/** Places in the tree are in every row; whatever else is wanted stands in the bodies. */
export const readingFor = ({ relations, home }: MapRequest): Reading | null =>
  relations.some((name) => name !== 'child-of') ? { format: 'storage', home } : null
