import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { isRelation, type Proxy, realAnswers, type RealName, startProxy } from '../../../proxy'
import { runCommand } from './run-command'

let site: DemoSite
let proxy: Proxy
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
  proxy = await startProxy(site.origin)
})
afterAll(async () => {
  await proxy.close()
  await site.close()
})

/** What the command line says of each answer, and the code it ends with. */
const said: Readonly<Record<Exclude<RealName, 'burst' | 'quota'>, readonly [number, RegExp]>> = {
  gatewayScope: [1, /^This token lacks read:relation:confluence/],
  tomcatUnauthorized: [1, /^You are not allowed to see or do this: listing relations/],
  accountRefused: [1, /^You are not allowed to see or do this: listing relations/],
  notPermitted: [1, /^You are not allowed .*“Current user not permitted to use Confluence”/],
  // The thing itself is there, so a find that misses has found none.
  v2Bare: [0, /^$/],
  v2MissingPage: [0, /^$/],
  v2MissingFolder: [0, /^$/],
  nullForUri: [1, /^Not supported by .*: listing relations named “link”/],
  productPage: [1, /^Not supported by .*: listing relations named “link”/],
  methodNotAllowed: [1, /^Not supported by .*: listing relations named “link”/],
  removed: [1, /^Not supported by .*: listing relations named “link”/],
  unknownCqlType: [1, /^Confluence refused the request: Unsupported value for type/],
  cqlRequired: [1, /^Confluence refused the request: cql query parameter is required/],
  noInteger: [1, /^Confluence refused the request: Failed to convert value/],
  notImplemented: [1, /^Confluence cannot do this: listing relations named “link”/],
  xsrf: [1, /^Confluence blocked it as a browser request \(XSRF\)/],
  conflict: [1, /^Confluence refused the request: Version must be incremented/],
  v2WrongType: [1, /^Confluence refused the request: Provided value \{att1\}/],
}

async function targets() {
  const [page] = [...site.world.content.values()].filter(
    ({ restricted, status }) => !restricted && status === 'current',
  )
  const on = ['--site', proxy.origin, '--email', site.email]
  const args = ['targets', 'link', `content:${page?.id ?? ''}`, 'content', ...on]
  const ended = await runCommand(args, { token: site.token })
  expect(ended.err).not.toMatch(/<[a-z!]|com\.atlassian|org\.springframework/i)
  return ended
}

describe('the command line says of a real answer', () => {
  it.each(Object.entries(said))('%s', async (name, [code, sentence]) => {
    proxy.set((request) => (isRelation(request) ? realAnswers[name as RealName] : null))
    const ended = await targets()
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(sentence)])
    expect(ended.out === '').toBe(code !== 0)
  })

  // The shortest waits: half a second before any second try, and 5 s, less a third by chance.
  it.each([
    ['burst', 500],
    ['quota', 3_500],
  ] as const)('waits out %s', { timeout: 30_000 }, async (name, least) => {
    let left = 1
    const before = proxy.seen.length
    proxy.set((request) => (isRelation(request) && left-- > 0 ? realAnswers[name] : null))
    const began = performance.now()
    expect((await targets()).code).toBe(0)
    expect(performance.now() - began).toBeGreaterThanOrEqual(least)
    expect(proxy.seen.slice(before).filter(isRelation)).toHaveLength(2)
  })

  it('refused credentials, whatever the answer', async () => {
    for (const name of ['tomcatUnauthorized', 'accountRefused', 'notPermitted'] as const) {
      proxy.set(({ url }) =>
        url.includes('/user/current') ? realAnswers.accountRefused : realAnswers[name],
      )
      const { code, err } = await targets()
      expect([code, err]).toEqual([1, expect.stringContaining('did not accept this email')])
    }
  })
})
