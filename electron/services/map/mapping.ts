import { type Failure, FailureError } from '@shared/failure'
import type { Entity, NodeId, Relation } from '@shared/graph'
import type { PageRow, SpacePages, SpaceRow } from '../remote'
import { lookBeyond } from './look-beyond'
import { type MappedPage, mappedPage, relationsOf } from './mapped-page'
import type {
  BrokenOff,
  MapEvent,
  MapPort,
  MapProgress,
  MapRequest,
  MapSummary,
  PageRelation,
  Unread,
} from './model'
import { pairTitles } from './pair-titles'
import { readBodies } from './read-bodies'
import type { Checked } from './resolve-target'
import { createTitleIndex } from './title-index'
import { walkSpace } from './walk-space'

/** One map on its way: what was read, and what it named. */
export class Mapping {
  readonly #port: MapPort
  readonly #request: MapRequest
  readonly #onEvent: (event: MapEvent) => void
  readonly #stop: AbortSignal
  /** Ends every list where one meets what all of them would meet. */
  readonly #broken = new AbortController()
  readonly #signal: AbortSignal
  readonly #wanted: ReadonlySet<PageRelation>
  readonly #withBodies: boolean
  readonly #index = createTitleIndex()
  readonly #unread: Unread[] = []
  readonly #brokenOff: BrokenOff[] = []
  #pages: readonly MappedPage[] = []
  #checked: Checked = { seen: new Set(), missing: new Set(), spaceNodes: new Map() }
  #unknownSpaces: readonly string[] = []
  #calls = 0
  #relations = 0
  #unusable = 0
  #notLookedUp = 0

  constructor(
    port: MapPort,
    request: MapRequest,
    onEvent: (event: MapEvent) => void,
    stop: AbortSignal,
  ) {
    this.#port = port
    this.#request = request
    this.#onEvent = onEvent
    this.#stop = stop
    this.#signal = AbortSignal.any([stop, this.#broken.signal])
    this.#wanted = new Set(request.relations)
    this.#withBodies = request.relations.some((name) => name !== 'child-of')
  }

  /** Reads the spaces, then looks for what they name beyond them. Throws what ends all of it. */
  async run(): Promise<void> {
    const { spaces, calls } = await this.#port.spaces(this.#request.spaces, this.#signal)
    this.#calls += calls
    const keys = new Set(spaces.map(({ entity }) => entity.key.toLowerCase()))
    this.#unknownSpaces = this.#request.spaces.filter((key) => !keys.has(key.toLowerCase()))
    for (const space of spaces) this.#index.addSpace(space)
    this.#tell(
      'reading',
      spaces.map(({ entity }) => entity),
      [],
    )
    await this.#readAll(spaces)
    if (this.#withBodies) await this.#pairTitles()
    if (this.#mayCall()) await this.#lookBeyond()
  }

  /** All relations of the pages, as far as they lead somewhere by now. */
  tellRelations(entities: readonly Entity[] = []): void {
    const relations = this.#pages.flatMap((page) => [...this.#told(page).relations])
    this.#relations = 0
    this.#tell('resolving', entities, relations)
  }

  summary(failure: Failure | undefined): MapSummary {
    const atLimit = !this.#mayCall()
    const lacking =
      this.#unread.length +
      this.#brokenOff.length +
      this.#unknownSpaces.length +
      this.#unusable +
      this.#notLookedUp
    return {
      state: this.#state(failure, lacking > 0 || atLimit),
      ...(failure !== undefined && { failure }),
      pages: this.#pages.length,
      calls: this.#calls,
      unresolved: this.#pages.flatMap((page) => [...this.#told(page).unresolved]),
      unread: this.#unread,
      brokenOff: this.#brokenOff,
      unknownSpaces: this.#unknownSpaces,
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

  #mayCall(more = 0): boolean {
    return this.#calls + more < this.#request.maxCalls
  }

  #told(page: MappedPage) {
    return relationsOf(page, this.#wanted, this.#index, this.#checked)
  }

  #tell(
    phase: MapProgress['phase'],
    entities: readonly Entity[],
    relations: readonly Relation[],
  ): void {
    this.#relations += relations.length
    if (entities.length + relations.length > 0) {
      const batch = { entities: [...entities], relations: [...relations] }
      this.#onEvent({ kind: 'batch', batch })
    }
    const progress = {
      phase,
      pages: this.#pages.length,
      relations: this.#relations,
      calls: this.#calls,
    }
    this.#onEvent({ kind: 'progress', progress })
  }

  async #readAll(spaces: readonly SpaceRow[]): Promise<void> {
    const lists = spaces.flatMap((space) => [
      this.#readList(space, 'page'),
      this.#readList(space, 'blogpost'),
    ])
    const guarded = lists.map((list) =>
      list.catch((error: unknown) => {
        this.#broken.abort()
        throw error
      }),
    )
    const ended = await Promise.allSettled(guarded)
    const errors = ended.flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof Error ? [one.reason] : [],
    )
    const first = errors.find((error) => !isCancelled(error)) ?? errors[0]
    if (first !== undefined) throw first
  }

  async #readList({ id, entity }: SpaceRow, kind: SpacePages['kind']): Promise<void> {
    const space = { id, key: entity.key, name: entity.title }
    const end = await walkSpace(
      this.#port,
      { kind, space, withBodies: this.#withBodies },
      {
        onCalls: (calls) => {
          this.#calls += calls
        },
        mayCall: () => this.#mayCall(),
        onRows: (rows, unusable) => this.#take(rows, unusable, { kind, space }),
      },
      this.#signal,
    )
    if (end.kind === 'broken-off') {
      this.#brokenOff.push({ space: space.key, kind, failure: end.failure })
    }
  }

  async #take(
    rows: readonly PageRow[],
    unusable: number,
    list: Pick<SpacePages, 'kind' | 'space'>,
  ): Promise<void> {
    this.#unusable += unusable
    for (const row of rows) this.#index.addPage(row)
    const read = await readBodies(rows, this.#request.home)
    for (const { row, torn } of read) {
      const node = row.entity.id
      if (this.#withBodies && row.body === null) this.#unread.push({ node, why: 'no-body' })
      else if (torn) this.#unread.push({ node, why: 'torn' })
    }
    const pages = read.map(({ row, marks }) => mappedPage(row, list, marks))
    this.#pages = [...this.#pages, ...pages]
    const relations = pages.flatMap((page) => [...this.#told(page).relations])
    this.#tell(
      'reading',
      rows.map(({ entity }) => entity),
      relations,
    )
  }

  async #pairTitles(): Promise<void> {
    const about = { home: this.#request.home, index: this.#index, checked: this.#checked }
    const mayCall = (calls: number) => this.#mayCall(calls)
    const { pages, calls } = await pairTitles(this.#port, this.#pages, about, mayCall, this.#signal)
    this.#calls += calls
    this.#pages = pages
  }

  async #lookBeyond(): Promise<void> {
    const beyond = await lookBeyond(this.#port, this.#beyond(), this.#signal)
    const { entities, checked, calls, failed } = beyond
    const untitled = failed.flatMap(({ part, nodes }) => (part === 'title' ? nodes : []))
    this.#notLookedUp = new Set(untitled).size
    this.#calls += calls
    this.#checked = checked
    this.tellRelations(entities)
  }

  /** What the pages name and the lists did not bring. */
  #beyond(): NodeId[] {
    const named = new Set<NodeId>()
    for (const page of this.#pages) {
      const { relations, unresolved } = this.#told(page)
      for (const { target } of relations) named.add(target)
      for (const { names, state } of unresolved) {
        if (state === 'not-checked' && /^(content:\d+|space:.+)$/.test(names)) {
          named.add(names as NodeId)
        }
      }
    }
    const isListed = (id: NodeId) =>
      id.startsWith('content:') && this.#index.has(id.slice('content:'.length))
    return [...named].filter((id) => !isListed(id))
  }
}

const isCancelled = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'cancelled'
