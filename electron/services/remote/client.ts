import type { Described, FindSources, FindTargets, FoundPage, OneRelation } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Entity, EntityRef, Relation } from '@shared/graph'
import type { Learnt, SiteReport } from '@shared/site-check'
import { favourite } from '@shared/vocabulary'
import type { Account } from './account'
import type { Attempted } from './wire-log'
import { type Authorize, authorizeWith } from './authorize'
import { bodyReader, type BodyReader } from './body'
import { type CallerOptions, createCaller } from './call'
import { describe } from './describe'
import { createFavourites, unlisted } from './favourites'
import { findSources, findTargets } from './find'
import { createLimiter, type Limiter } from './limiter'
import { createRelation, deleteRelation, getRelation } from './one-relation'
import { credentialsOf } from './credentials-of'
import { createDispatcher, type Network } from './dispatcher'
import { type SpaceLists, spaceLists } from './space-lists'
import { resolve } from './resolve'
import { type Searches, searches } from './searches'
import { createSite } from './site'
import { createStableRefs } from './stable-ref'
import { checkSite, type SiteCheck } from './site-check'

export type RemoteClientOptions = {
  /** Base of the API without a last slash: the site's origin, or the gateway's address. */
  readonly apiBase: string
  readonly siteOrigin: string
  /** Who calls; a text is the whole value of the header. */
  readonly authorization: Authorize | string
  /** Version of this program, for the User-Agent. */
  readonly version: string
  /** Shared by all clients of one site. */
  readonly limiter?: Limiter
  readonly network?: Network
  /** Told of each attempt on the wire. */
  readonly onAttempt?: (attempted: Attempted) => void
  readonly log?: (line: string) => void
  readonly timeoutMs?: number
  readonly maxBytes?: number
  /** Reads large answers; the one of the whole program where none is named. */
  readonly reader?: BodyReader
  /** What a check of the site has found out. */
  readonly learnt?: Learnt | undefined
  /** Wait before a new relation is looked for a second time. */
  readonly rereadMs?: number
}

type On<T> = Omit<T, 'profile'>
type Counted<T> = T & { calls: number }

/** Confluence as the rest of the program knows it. Every method throws `FailureError` only. */
export type RemoteClient = SpaceLists &
  Searches & {
    account(signal?: AbortSignal): Promise<Account>
    targets(query: On<FindTargets>, signal?: AbortSignal): Promise<FoundPage>
    sources(query: On<FindSources>, signal?: AbortSignal): Promise<FoundPage>
    get(
      query: On<OneRelation> & Pick<FindTargets, 'expand'>,
      signal?: AbortSignal,
    ): Promise<Counted<{ relation: Relation | null }>>
    create(ends: On<OneRelation>, signal?: AbortSignal): Promise<Counted<{ relation: Relation }>>
    delete(ends: On<OneRelation>, signal?: AbortSignal): Promise<{ calls: number }>
    describe(refs: readonly EntityRef[], signal?: AbortSignal): Promise<Described>
    resolve(text: string, signal?: AbortSignal): Promise<Entity>
    /** Asks the site what it really answers, and gives the report; at most `plannedCalls`. */
    check(wanted: Omit<SiteCheck, 'version'>, signal?: AbortSignal): Promise<SiteReport>
    close(): Promise<void>
  }

/** Wait in ms before a second look after a write. */
const defaultReread = 500

/** A client for one site and one account. It alone holds the credentials, for its lifetime. */
export function createRemoteClient(options: RemoteClientOptions): RemoteClient {
  const site = createSite(options.siteOrigin, options.learnt)
  const { own } = site
  const stable = createStableRefs(site)
  const favourites = createFavourites(site)
  const callerOptions = callerOptionsOf(options)
  const credentials = credentialsOf(callerOptions)
  const start = (signal: AbortSignal | undefined) =>
    createCaller({ ...callerOptions, credentials }, signal)
  const me = (signal: AbortSignal | undefined) => own.entity(start(signal))

  return {
    account: (signal) => own.read(createCaller(callerOptions, signal)),
    targets: async (query, signal) => {
      const caller = start(signal)
      const asked = { ...query, source: await stable.ref(caller, query.source) }
      if (query.relation !== favourite) return findTargets(site, caller, asked)
      return favourites.targets(caller, asked, () => own.read(caller))
    },
    sources: async (query, signal) => {
      if (query.relation === favourite) throw unlisted('sources')
      const caller = start(signal)
      return findSources(site, caller, { ...query, target: await stable.ref(caller, query.target) })
    },
    get: async (query, signal) => {
      const caller = start(signal)
      const { expand, ...ends } = await stable.ends(caller, query)
      return { relation: await getRelation(caller, ends, expand), calls: caller.calls() }
    },
    create: async (ends, signal) => {
      const caller = start(signal)
      const stableRefs = await stable.ends(caller, ends)
      const relation = await createRelation(caller, stableRefs, options.rereadMs ?? defaultReread)
      return { relation, calls: caller.calls() }
    },
    delete: async (ends, signal) => {
      const caller = start(signal)
      const stableRefs = await stable.ends(caller, ends)
      await deleteRelation(caller, stableRefs, options.rereadMs ?? defaultReread)
      return { calls: caller.calls() }
    },
    describe: async (refs, signal) => {
      const caller = start(signal)
      const stableRefs = await Promise.all(refs.map((ref) => own.stable(caller, ref)))
      return { ...(await describe(site, caller, stableRefs)), calls: caller.calls() }
    },
    resolve: (text, signal) => resolve(site, start(signal), text, () => me(signal)),
    ...searches(site, start),
    ...spaceLists(site, start),
    check: async (wanted, signal) => {
      const idOf = async (text: string) =>
        contentId(await resolve(site, start(signal), text, () => me(signal)), text)
      const from = wanted.start === null ? null : await idOf(wanted.start)
      return checkSite(callerOptions, { ...wanted, start: from, version: options.version }, signal)
    },
    close: () => callerOptions.dispatcher.destroy(),
  }
}

/** Throws `not-understood` for what has no body and no page links. */
function contentId({ type, key }: EntityRef, input: string): string {
  if (type === 'content') return key
  const reason = 'a check begins at a page or blog post.'
  throw new FailureError({ kind: 'not-understood', input, reason })
}

const callerOptionsOf = (options: RemoteClientOptions): CallerOptions => ({
  apiBase: options.apiBase,
  siteOrigin: options.siteOrigin,
  dispatcher: createDispatcher(options.apiBase, options.network),
  authorization:
    typeof options.authorization === 'string'
      ? authorizeWith(options.authorization)
      : options.authorization,
  onAttempt: options.onAttempt,
  log: options.log,
  userAgent: `relation-explorer/${options.version}`,
  limiter: options.limiter ?? createLimiter(),
  timeoutMs: options.timeoutMs ?? 30_000,
  maxBytes: options.maxBytes ?? 20_000_000,
  reader: options.reader ?? bodyReader,
})
