import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { explain, FailureError } from '@shared/failure'
import { createDemoSite, type DemoSite } from '../../../../../electron/demo-site'
import {
  basicAuthorization,
  createLimiter,
  type RemoteClient,
} from '../../../../../electron/services/remote'
import { type Proxy, realAnswers, type RealName, startProxy } from '../../../../proxy'
import { clientFor, content, quickPace } from './serve'

const operations = ['account', 'targets', 'get', 'create', 'delete', 'describe', 'search'] as const
type Operation = (typeof operations)[number]
type Meaning = string | Readonly<Record<Operation, string>>

const refused: Meaning = {
  ...{ account: 'bad-credentials', targets: 'forbidden', get: 'forbidden', create: 'forbidden' },
  ...{ delete: 'forbidden', describe: 'forbidden', search: 'forbidden' },
}
const missing: Meaning = {
  ...{ account: 'not-found', targets: 'not-found', get: 'ok', create: 'not-found' },
  ...{ delete: 'not-found', describe: 'not-found', search: 'not-found' },
}

/** What each answer means to each operation while the credentials are good. */
const meanings: Readonly<Record<RealName, Meaning>> = {
  gatewayScope: 'missing-scope',
  tomcatUnauthorized: refused,
  accountRefused: refused,
  notPermitted: refused,
  v2Bare: {
    ...missing,
    // Without a word about the relation it does not say that there is none.
    get: 'not-found',
    ...{ account: 'no-such-route', targets: 'no-such-route' },
    ...{ describe: 'no-such-route', search: 'no-such-route' },
  },
  v2MissingPage: missing,
  v2MissingFolder: missing,
  nullForUri: 'no-such-route',
  productPage: 'no-such-route',
  methodNotAllowed: 'no-such-route',
  removed: 'no-such-route',
  unknownCqlType: 'bad-request',
  cqlRequired: 'bad-request',
  noInteger: 'bad-request',
  notImplemented: 'not-supported',
  xsrf: 'xsrf',
  burst: 'rate-limited',
  quota: 'rate-limited',
  conflict: 'bad-request',
  v2WrongType: 'bad-request',
}
/** Those that refused credentials are answered with, too. */
const ofTheDead = ['tomcatUnauthorized', 'accountRefused', 'notPermitted', 'v2Bare'] as const

let site: DemoSite
let proxy: Proxy
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
  proxy = await startProxy(site.origin)
})
afterEach(() => proxy.clear())
afterAll(async () => {
  await proxy.close()
  await site.close()
})

function run(client: RemoteClient, operation: Operation): Promise<unknown> {
  const [source = '', target = ''] = [...site.world.content.values()]
    .filter(({ restricted, status }) => !restricted && status === 'current')
    .map(({ id }) => id)
  const ends = { relation: 'real', source: content(source), target: content(target) }
  switch (operation) {
    case 'account':
      return client.account()
    case 'targets':
      return client.targets({ relation: 'real', source: ends.source, targetType: 'content' })
    case 'get':
      return client.get(ends)
    case 'create':
      return client.create(ends)
    case 'delete':
      return client.delete(ends)
    case 'search':
      return client.search('plan')
    case 'describe':
      return client.describe([ends.source]).then(({ failed }) => {
        for (const { failure } of failed) throw new FailureError(failure)
      })
  }
}

async function kindOf(operation: Operation): Promise<string> {
  const client = clientFor(proxy.origin, {
    authorization: basicAuthorization(site.email, site.token),
    limiter: createLimiter({ ...quickPace, patience: 10_000 }),
  })
  try {
    await run(client, operation)
    return 'ok'
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { sentence, next } = explain(error.failure)
    expect(sentence + next).not.toMatch(/[<>\n]|com\.atlassian|org\.springframework/)
    return error.failure.kind
  }
}

const isAccount = (url: string) => url.startsWith('/wiki/rest/api/user/current')
const names = Object.keys(meanings) as RealName[]

describe('a real answer', () => {
  it.each(names)('means to a good token: %s', async (name) => {
    const meaning = meanings[name]
    for (const operation of operations) {
      const isAsked = (url: string) => operation === 'account' || !isAccount(url)
      proxy.set(({ url }) => (isAsked(url) ? realAnswers[name] : null))
      const kind = typeof meaning === 'string' ? meaning : meaning[operation]
      expect([operation, await kindOf(operation)]).toEqual([operation, kind])
    }
  })

  it.each(ofTheDead)('means to a token that was refused: %s', async (name) => {
    proxy.set(({ url }) => (isAccount(url) ? realAnswers.accountRefused : realAnswers[name]))
    for (const operation of operations) {
      expect([operation, await kindOf(operation)]).toEqual([operation, 'bad-credentials'])
    }
  })
})
