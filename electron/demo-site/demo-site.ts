import { createAccess, createOAuthServer, type OAuthClient } from './access'
import { type Call, serve } from './serve'
import type { Trap } from './traps'
import { type Changes, createChanges, createWorld, customNames, type World } from './world'

export type DemoSiteOptions = {
  /** Pages on the site, from 1 to 100,000. */
  readonly pages?: number
  /** The same seed gives the same site. */
  readonly seed?: number
  /** 0 takes any that is free. */
  readonly port?: number
  /** Milliseconds added to each answer. */
  readonly latencyMs?: number
  /** Milliseconds that the trap `slow` adds to each answer it makes late. */
  readonly lateMs?: number
  readonly traps?: readonly Trap[]
  /** How long an access token of an app is good. */
  readonly accessTokenSeconds?: number
}

export type DemoSite = {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  readonly email: string
  readonly token: string
  /** A second token of the same person, which the traps `token-revoked` and `token-dies` spare. */
  readonly renewedToken: string
  /** The site's id at the gateway, which is at `/ex/confluence/{cloudId}` of the same origin. */
  readonly cloudId: string
  /** An app that is registered for the sign-in at `/authorize`. */
  readonly oauthClient: OAuthClient
  /** Makes an API token with scopes, which works at the gateway only. */
  issueToken(scopes: readonly string[]): string
  expireAccessTokens(): void
  revokeRefreshTokens(): void
  /** Names that are in use on the site, which no call of the API would tell. */
  readonly relationNames: readonly string[]
  /** What is true on the site at the moment. */
  readonly world: World
  /** What people do on the site meanwhile: a door that only tests have. */
  readonly change: Changes
  setTraps(traps: readonly Trap[]): void
  /** Milliseconds added to each answer from now on. */
  setLatency(milliseconds: number): void
  /** The requests answered since the start or the last reset, oldest first; at most 200,000. */
  callLog(): readonly Call[]
  resetCalls(): void
  close(): Promise<void>
}

const largestSite = 100_000
const longestLog = 200_000
const cloudId = '6b1d7c2e-0000-4000-8000-7e57da7a0001'
const oauthClient = { id: 'demo-app', secret: 'demo-app-secret-of-no-worth' }
const credentials = {
  email: 'amara@tern-and-tide.example',
  token: 'demo-token-of-no-worth',
  renewedToken: 'demo-token-renewed',
}
/** API calls that the trap `token-dies` lets through. */
const tokenLives = 20

/** Starts a demo site. Throws `RangeError` for a number of pages that it does not make. */
export async function createDemoSite({
  pages = 300,
  seed = 20_261_124,
  port = 0,
  latencyMs = 0,
  lateMs = 1_500,
  traps: first = [],
  accessTokenSeconds = 3600,
}: DemoSiteOptions = {}): Promise<DemoSite> {
  if (!Number.isInteger(pages) || pages < 1 || pages > largestSite) {
    throw new RangeError(`A demo site has 1 to ${largestSite} pages, not ${pages}.`)
  }
  const world = createWorld(pages, seed)
  let traps: ReadonlySet<Trap> = new Set(first)
  let latency = latencyMs
  let calls: Call[] = []
  let callsUnderTraps = 0
  const isRevoked = () =>
    traps.has('token-revoked') || (traps.has('token-dies') && callsUnderTraps >= tokenLives)
  const access = createAccess(credentials, accessTokenSeconds)
  const doorsOf = (at: string) => ({
    access,
    cloudId,
    oauth: (oauth ??= createOAuthServer({ client: oauthClient, access, cloudId, origin: at })),
  })
  let oauth: ReturnType<typeof createOAuthServer> | null = null
  const { origin, close } = await serve({
    world,
    doors: doorsOf,
    port,
    latencyMs: () => latency,
    lateMs,
    has: (trap) => (trap === 'token-revoked' ? isRevoked() : traps.has(trap)),
    onCall: (call) => {
      callsUnderTraps += 1
      if (calls.length < longestLog) calls.push(call)
    },
  })
  return {
    origin,
    ...credentials,
    cloudId,
    oauthClient,
    issueToken: (scopes) => access.issueToken(scopes),
    expireAccessTokens: () => access.expireAccessTokens(),
    revokeRefreshTokens: () => access.revokeRefreshTokens(),
    relationNames: customNames,
    world,
    change: createChanges(world),
    setTraps: (next) => {
      traps = new Set(next)
      callsUnderTraps = 0
    },
    setLatency: (milliseconds) => void (latency = milliseconds),
    callLog: () => [...calls],
    resetCalls: () => void (calls = []),
    close,
  }
}
