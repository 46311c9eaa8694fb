import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import type { Connections } from './connections'
import { withinBoundary } from './failure-boundary'
import type { Platform } from './platform'
import type { Vocabularies } from '../services/workspace'
import type { Sessions } from './sessions'

/** The contract's methods over the services. The signal of a call ends the HTTP calls below it. */
export function createRouter(
  platform: Pick<Platform, 'shell' | 'version' | 'log'>,
  connections: Connections,
  sessions: Sessions,
  vocabularies: Vocabularies,
) {
  const os = bounded(platform.log)
  return os.router({
    credentials: credentialsHandlers(os.credentials, connections, sessions),
    remote: remoteHandlers(os.remote, sessions),
    vocabulary: vocabularyHandlers(os.vocabulary, vocabularies),
    shell: {
      info: os.shell.info.handler(() => ({ shell: platform.shell, version: platform.version })),
    },
  })
}

const bounded = (log: Platform['log']) =>
  implement(contract).use(({ next }) => withinBoundary(async () => await next(), log))

type Os = ReturnType<typeof bounded>

const credentialsHandlers = (
  os: Os['credentials'],
  connections: Connections,
  sessions: Sessions,
) => ({
  list: os.list.handler(() => connections.list()),
  test: os.test.handler(({ input, signal }) => connections.test(input, signal)),
  add: os.add.handler(({ input, signal }) => connections.add(input, signal)),
  oauthStart: os.oauthStart.handler(({ input, signal }) => connections.oauthStart(input, signal)),
  oauthFinish: os.oauthFinish.handler(({ input, signal }) =>
    connections.oauthFinish(input.attempt, signal),
  ),
  demo: os.demo.handler(() => connections.demo()),
  remember: os.remember.handler(async ({ input }) => {
    await connections.remember(input.profile, input.relations)
    return null
  }),
  setConcurrency: os.setConcurrency.handler(async ({ input }) => {
    await sessions.setConcurrency(input.profile, input.concurrency)
    return null
  }),
  remove: os.remove.handler(async ({ input }) => {
    await connections.remove(input.profile)
    return null
  }),
})

const vocabularyHandlers = (os: Os['vocabulary'], vocabularies: Vocabularies) => ({
  read: os.read.handler(({ input }) => vocabularies.read(input.profile)),
  write: os.write.handler(async ({ input }) => {
    await vocabularies.write(input.profile, input.words)
    return null
  }),
})

function remoteHandlers(os: Os['remote'], sessions: Sessions) {
  const client = (profile: string) => sessions.client(profile)
  return {
    targets: os.targets.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).targets(query, signal),
    ),
    sources: os.sources.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).sources(query, signal),
    ),
    get: os.get.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).get(query, signal),
    ),
    create: os.create.handler(async ({ input: { profile, ...ends }, signal }) =>
      (await client(profile)).create(ends, signal),
    ),
    delete: os.delete.handler(async ({ input: { profile, ...ends }, signal }) =>
      (await client(profile)).delete(ends, signal),
    ),
    describe: os.describe.handler(async ({ input: { profile, refs }, signal }) =>
      (await client(profile)).describe(refs, signal),
    ),
    resolve: os.resolve.handler(async ({ input: { profile, text }, signal }) =>
      (await client(profile)).resolve(text, signal),
    ),
    search: os.search.handler(async ({ input: { profile, text }, signal }) =>
      (await client(profile)).search(text, signal),
    ),
    watch: os.watch.handler(({ input, signal }) => sessions.watch(input.profile, signal)),
    cancelWaiting: os.cancelWaiting.handler(({ input }) => {
      sessions.cancelWaiting(input.profile)
      return null
    }),
  }
}
