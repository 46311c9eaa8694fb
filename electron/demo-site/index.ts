/**
 * A Confluence simulator on loopback: the site that newcomers explore and that tests run against.
 * The client cannot tell it from a real one; nothing in the product may treat it differently.
 */
import { customNames } from './relate'
import { type Call, serve } from './server'
import type { Trap } from './traps'
import { createWorld, type World } from './world'

export { isTrap, type Trap, traps } from './traps'
export type { DemoContent, DemoSpace, DemoUser } from './world-parts'
export type { World } from './world'

export type DemoSiteOptions = {
  /** Pages on the site, from 1 to 100,000. */
  readonly pages?: number
  readonly seed?: number
  /** 0 takes any that is free. */
  readonly port?: number
  /** Milliseconds added to each answer. */
  readonly latencyMs?: number
  readonly traps?: readonly Trap[]
}

export type DemoSite = {
  readonly origin: string
  readonly email: string
  readonly token: string
  /** Names that are in use on the site, which no call of the API would tell. */
  readonly relationNames: readonly string[]
  readonly world: World
  setTraps(traps: readonly Trap[]): void
  setLatency(milliseconds: number): void
  /** The calls answered since the start or the last reset, oldest first. */
  callLog(): readonly Call[]
  resetCalls(): void
  close(): Promise<void>
}

/** Calls kept in the log; older ones are forgotten. */
const longestLog = 200_000

export async function createDemoSite(options: DemoSiteOptions = {}): Promise<DemoSite> {
  const credentials = { email: 'amara@tern-and-tide.example', token: 'demo-token-of-no-worth' }
  const world = createWorld(options.pages ?? 300, options.seed ?? 20_261_124)
  let traps = new Set(options.traps ?? [])
  let latency = options.latencyMs ?? 0
  let calls: Call[] = []
  const { origin, close } = await serve({
    world,
    credentials,
    port: options.port ?? 0,
    latencyMs: () => latency,
    traps: () => traps,
    onCall: (call) => {
      if (calls.length < longestLog) calls.push(call)
    },
  })
  return {
    origin,
    ...credentials,
    relationNames: customNames,
    world,
    setTraps: (next) => {
      traps = new Set(next)
    },
    setLatency: (milliseconds) => {
      latency = milliseconds
    },
    callLog: () => calls,
    resetCalls: () => {
      calls = []
    },
    close,
  }
}
