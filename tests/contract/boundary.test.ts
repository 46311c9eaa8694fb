import { safe } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { contract } from '@shared/contract'
import { type Failure, FailureError } from '@shared/failure'
import { emptyGraph, type EntityRef, toGraphFile } from '@shared/graph'
import { createRouter } from '../../electron/host/router'

const methods = Object.entries(contract).flatMap(([room, calls]) =>
  Object.keys(calls).map((call) => `${room}.${call}`),
)

const page: EntityRef = { type: 'content', key: '1' }
const onProfile = { profile: 'p' }
const at = { ...onProfile, workspace: 'W' }
const ends = { ...onProfile, relation: 'r', source: page, target: page }
const site = { site: 'example', email: 'a@b.example', token: 't' }
const graph = toGraphFile(emptyGraph, {
  version: '1',
  site: 'https://example.atlassian.net',
  exportedAt: '2026-01-01T00:00:00.000Z',
  calls: 0,
  failures: [],
})
const upload = { upload: '01234567-89ab-4def-8123-456789abcdef' }
/** One input a room would take; a method that is not named here takes `{ profile, workspace }`. */
const inputs: Readonly<Record<string, unknown>> = {
  'credentials.test': site,
  'credentials.add': site,
  'credentials.renew': { ...onProfile, token: 't' },
  'credentials.oauthStart': {
    site: 'example',
    clientId: 'c',
    clientSecret: 's',
    write: false,
    port: 5_000,
  },
  'credentials.oauthFinish': { attempt: 'a' },
  'credentials.remember': { ...onProfile, relations: [] },
  'credentials.setConcurrency': { ...onProfile, concurrency: 1 },
  'remote.targets': { ...ends, targetType: 'content' },
  'remote.sources': { ...ends, sourceType: 'content' },
  'remote.get': ends,
  'remote.create': ends,
  'remote.delete': ends,
  'remote.describe': { ...onProfile, refs: [page] },
  'remote.resolve': { ...onProfile, text: 'me' },
  'remote.familiar': onProfile,
  'remote.search': { ...onProfile, text: 'me' },
  'vocabulary.change': { ...onProfile, change: {} },
  'edit.run': { ...at, entry: 'e', retry: false, force: false },
  'edit.stop': { ...at, entry: 'e' },
  'edit.check': { ...onProfile, lines: [] },
  'edit.begin': {
    ...at,
    entry: {
      id: 'e',
      at: '2026-01-01T00:00:00.000Z',
      session: 's',
      person: 'p',
      kind: 'create',
      of: null,
      title: 't',
      steps: [],
      view: null,
    },
  },
  'map.count': { ...onProfile, spaces: ['A'] },
  'map.run': { ...at, spaces: ['A'], relations: ['link'], formerHosts: [], maxCalls: 1 },
  'map.steer': { ...at, act: 'pause' },
  'map.refresh': { ...at, mode: 'quick' },
  'map.checkTitles': { ...at, most: 1 },
  'map.sentences': { ...at, page: '1', kind: 'page', space: 'A' },
  'shell.menu': { acts: [] },
  'shell.progress': { part: null, isRunning: false, isPaused: false },
  'shell.notify': { title: 't', body: 'b' },
  'shell.keepSettings': { singleKeys: true, theme: 'dark' },
  'shell.keepLastSession': { open: null },
  'workspace.create': { ...onProfile, name: 'W' },
  'workspace.save': { ...at, change: {} },
  'workspace.follow': { ...at, page: 'p', since: 0 },
  'workspace.copy': { ...at, name: 'W' },
  'workspace.rename': { ...at, name: 'W' },
  'workspace.upload': { ...onProfile, name: 'W', ...upload },
  'workspace.uploadPart': { ...upload, at: 0, data: 'eA==' },
  'workspace.uploadDrop': upload,
  'workspace.downloadPart': { download: upload.upload, at: 0 },
  'workspace.downloadDrop': { download: upload.upload },
  'workspace.keepSnapshot': { ...at, name: 'N', graph },
  'workspace.readSnapshot': { ...at, snapshot: 's' },
  'workspace.removeSnapshot': { ...at, snapshot: 's' },
  'workspace.restoreSnapshot': { ...at, snapshot: 's' },
  'workspace.discardSnapshot': { ...at, snapshot: 's' },
  'workspace.restore': { trashed: '01234567-89ab-4def-8123-456789abcdef' },
  'workspace.discard': { trashed: [] },
}

const bare = new Set([
  'shell.info',
  'shell.files',
  'shell.takeLastSession',
  'workspace.trash',
  'workspace.uploadBegin',
])

/** Services of which every part throws whenever it is touched. */
const broken = (error: Error) => {
  const fail = (): never => {
    throw error
  }
  // It may stand for any service: nothing of it is ever reached.
  return new Proxy({}, { get: fail }) as never
}

function clientOf(error: Error) {
  const log: string[] = []
  const platform = {
    get shell(): never {
      throw error
    },
    get menu(): never {
      throw error
    },
    get window(): never {
      throw error
    },
    version: '1',
    log: (line: string) => void log.push(line),
  }
  const checks = () => {
    throw error
  }
  const router = createRouter(
    platform,
    broken(error),
    broken(error),
    broken(error),
    broken(error),
    checks,
    broken(error),
    { settings: broken(error), handed: broken(error), lastSession: broken(error) },
  )
  const client: unknown = createRouterClient(router)
  return {
    client: client as Record<string, Record<string, (input: unknown) => Promise<unknown>>>,
    log,
  }
}

describe.each(methods)('%s', (method) => {
  const [room = '', call = ''] = method.split('.')
  const input = bare.has(method) ? undefined : (inputs[method] ?? at)

  it('lets out a failure as it is, and what nobody expected as a reference that is logged', async () => {
    const failure: Failure = { kind: 'storage', what: 'The file' }
    const expected = clientOf(new FailureError(failure))
    const told = await safe(expected.client[room]?.[call]?.(input) ?? Promise.reject(new Error()))
    expect(told.error).toMatchObject({ code: 'FAILURE', data: failure })
    expect(expected.log).toEqual([])

    const { client, log } = clientOf(new TypeError('canary'))
    const { error } = await safe(client[room]?.[call]?.(input) ?? Promise.reject(new Error()))
    expect(error).toMatchObject({ code: 'FAILURE', data: { kind: 'bug' } })
    expect(log).toEqual([expect.stringContaining('TypeError')])
    expect(log.join()).not.toContain('canary')
  })
})
