import { CommanderError } from 'commander'
import type { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Learnt } from '@shared/site-check'
import { createNetwork, createOAuth } from '../host'
import { createProfiles, parseSite, type StoredProfile } from '../services/credentials'
import {
  type Authorize,
  authorizeBasic,
  createLimiter,
  createRemoteClient,
  defaultPace,
  type RemoteClient,
  signIn,
} from '../services/remote'
import { exitCodes, type Io } from './io'

export type ConnectOptions = {
  readonly site?: string
  readonly email?: string
  /** The host in `site` is the person's own, although it is not Atlassian's. */
  readonly trustHost?: boolean
  readonly profile?: string
  readonly dataDir?: string
  readonly concurrency?: number
  /** Of one call, in ms. */
  readonly timeout?: number
}

export type Connected = {
  readonly client: RemoteClient
  /** Origin of the site. */
  readonly site: string
  readonly concurrency: number
  readonly signIn: Profile['signIn']
  /** Relation names that the stored connection knows; none without one. */
  readonly names: readonly string[]
  /** Keeps with the stored connection what a check found out; false where there is none. */
  readonly remember: (learnt: Learnt) => Promise<boolean>
}

const variable = 'RELATION_EXPLORER_TOKEN'

/** The token of this run; it is never taken from the command line, which others can read. */
export function tokenIn({ env }: Pick<Io, 'env'>): string {
  const token = env[variable]?.trim() ?? ''
  if (token !== '') return token
  throw new FailureError({
    kind: 'arguments',
    sentence: `There is no API token in ${variable}.`,
    next: `Set ${variable}, or name a stored connection with --profile.`,
  })
}

/** A client for the site that the options name: a stored profile, or site and email with a token. */
export async function connect(
  options: ConnectOptions,
  version: string,
  io: Io,
): Promise<Connected> {
  const known = options.profile === undefined ? null : await storedProfile(options, version, io)
  const concurrency = options.concurrency ?? known?.profile.concurrency ?? defaultPace.concurrency
  const shared = {
    version,
    network: createNetwork({ log: () => undefined }),
    limiter: createLimiter({ ...defaultPace, concurrency }),
    ...(options.timeout !== undefined && { timeoutMs: options.timeout }),
  }
  if (known !== null) {
    const { site, apiBase } = known.profile
    const authorization = known.authorize
    const { learnt, signIn } = known.profile
    const client = createRemoteClient({
      ...shared,
      siteOrigin: site,
      apiBase,
      authorization,
      learnt,
    })
    const names = known.profile.relations
    return { client, site, concurrency, signIn, names, remember: known.remember }
  }
  const site = siteIn(options)
  const email = options.email?.trim() ?? ''
  if (email === '') throw usage('--email is missing.', 'Name the email of the account.')
  const token = tokenIn(io)
  const { apiBase, kind } = await signIn({ ...shared, siteOrigin: site, email, token }, io.signal)
  const authorization = authorizeBasic(email, token)
  const client = createRemoteClient({ ...shared, siteOrigin: site, apiBase, authorization })
  const remember = () => Promise.resolve(false)
  return { client, site, concurrency, signIn: kind, names: [], remember }
}

const usage = (sentence: string, next: string) =>
  new CommanderError(exitCodes.usage, 'usage', `${sentence} ${next}`)

/** The origin of a site. Throws `unconfirmed-host` for a host of one's own that is not trusted yet. */
export function siteIn({
  site: text,
  trustHost,
}: Pick<ConnectOptions, 'site' | 'trustHost'>): string {
  if (text === undefined || text.trim() === '') {
    throw usage('--site is missing.', 'Name the site, or a stored connection with --profile.')
  }
  const first = parseSite(text)
  const confirmed =
    trustHost === true && !first.ok && first.failure.kind === 'unconfirmed-host'
      ? first.failure.host
      : undefined
  const site = confirmed === undefined ? first : parseSite(text, confirmed)
  if (site.ok) return site.origin
  throw new FailureError(site.failure)
}

async function storedProfile(
  { profile: wanted, dataDir }: ConnectOptions,
  version: string,
  io: Io,
): Promise<Pick<Connected, 'remember'> & { profile: StoredProfile; authorize: Authorize }> {
  const log = (line: string) => io.err(`${line}\n`)
  const profiles = await createProfiles(dataDir ?? (await io.dataDir()), log)
  const profile = profiles
    .list()
    .find(({ id, site }) => id === wanted || site === wanted || new URL(site).host === wanted)
  if (profile === undefined) throw new FailureError({ kind: 'unknown-profile' })
  const remember = (learnt: Learnt) =>
    profiles.change(profile.id, (stored) => ({ ...stored, learnt }))
  const { secrets } = io
  const network = createNetwork({ log })
  if (profile.signIn === 'oauth') {
    const parts = { profiles, secrets, network, version, limiter: () => createLimiter() }
    return { profile, remember, authorize: createOAuth(parts).authorize(profile) }
  }
  const token = io.env[variable]?.trim() || (await secrets.get(profile.id))
  if (token === null) {
    throw new FailureError({
      kind: 'arguments',
      sentence: `There is no stored token for ${new URL(profile.site).host}.`,
      next: `Set ${variable} for this run, or store one with “profiles add”.`,
    })
  }
  return { profile, remember, authorize: authorizeBasic(profile.email, token) }
}
