import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../../electron/demo-site'
import { basicAuthorization } from '../../../../../electron/services/remote'
import { allRefused, isRelation, type Proxy, realAnswers, startProxy } from '../../../../proxy'
import { failureOf } from './failure-of'
import { clientFor, content } from './serve'

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

const connect = () =>
  clientFor(proxy.origin, { authorization: basicAuthorization(site.email, site.token) })
const ends = () => {
  const [source = '', target = ''] = [...site.world.content.values()]
    .filter(({ restricted, status }) => !restricted && status === 'current')
    .map(({ id }) => id)
  return { relation: 'stands-there', source: content(source), target: content(target) }
}

describe('a deletion through a bad gateway', () => {
  it('is not done where the look afterwards meets the page of the product', async () => {
    const client = connect()
    await client.create(ends())
    proxy.set(({ method, url }) => {
      if (method === 'DELETE') return { status: 502, type: 'text/html', body: '<html>Bad</html>' }
      return isRelation({ url }) ? realAnswers.productPage : null
    })
    expect(await failureOf(client.delete(ends()))).not.toBeNull()
    proxy.clear()
    expect((await client.get(ends())).relation).not.toBeNull()
    await client.delete(ends())
    expect((await client.get(ends())).relation).toBeNull()
  })
})

describe('a token that is revoked in mid-work', () => {
  it('is told as refused by every operation, and the work goes on once it is good again', async () => {
    const client = connect()
    const find = { relation: 'link', source: ends().source, targetType: 'content' } as const
    await client.targets(find)
    proxy.set(allRefused)
    const refused = { kind: 'bad-credentials' }
    expect(await failureOf(client.targets(find))).toMatchObject(refused)
    expect(await failureOf(client.search('the'))).toMatchObject(refused)
    expect(await failureOf(client.create(ends()))).toMatchObject(refused)
    proxy.clear()
    expect(await failureOf(connect().targets(find))).toBeNull()
  })
})
