import type { ServerResponse } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BodyReader } from '../../../../../electron/services/remote/body'
import { builtReader } from './built-reader'
import { clientFor, content, serve } from './serve'

const token = 'a-token-of-this-test'
const authorization = `Basic ${Buffer.from(`me@example.com:${token}`).toString('base64')}`

let reader: BodyReader
beforeAll(async () => {
  reader = await builtReader('large-answers')
}, 60_000)

/** A result as Confluence sends it. */
const result = (at: number, title = `Title ${at}`) =>
  JSON.stringify({
    relationData: { createdBy: { accountId: `a${at}`, displayName: 'A person' } },
    target: { id: String(100_000 + at), type: 'page', title, space: { key: 'K', name: 'Space' } },
  })
const list = (count: number, make: (at: number) => string) =>
  `{"results":[${Array.from({ length: count }, (_, at) => make(at)).join(',')}]}`

async function asked(answer: (response: ServerResponse) => void) {
  const { origin } = await serve((_seen, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    answer(response)
  })
  const client = clientFor(origin, { authorization, reader })
  return client.targets({ relation: 'needs', source: content('1'), targetType: 'content' })
}
const body = (text: string) => asked((response) => response.end(text))
const tooLarge = (limit: string) => ({ failure: { kind: 'too-large', limit } })

describe('a large answer', () => {
  it('is read as a small one is', async () => {
    const found = await body(list(2_000, result))
    expect(found.relations).toHaveLength(2_000)
    expect(found.entities.at(-1)).toMatchObject({ key: '101999', title: 'Title 1999' })
  })

  it('gives back nothing of what we sent', async () => {
    const found = await body(list(2_000, (at) => result(at, `${token} ${authorization} ${at}`)))
    expect(JSON.stringify(found)).not.toContain(token)
    expect(found.entities[7]?.title).toBe('[removed] [removed] 7')
  })

  it('keeps one that is endless in one place from going on', async () => {
    const found = await body(list(1, (at) => result(at, 'x'.repeat(15_000_000))))
    expect(found.entities[0]?.title).toHaveLength(2_000)
  })

  it('is read with the whole of what pages say, however long and whatever signs are in it', async () => {
    const text = `<p>${'So, then: [a], {b}, "c" \\ and on. '.repeat(500)}</p>`
    const row = (at: number) => ({
      ...{ id: String(100_000 + at), title: `Page ${at}`, status: 'current', spaceId: '1' },
      body: { storage: { representation: 'storage', value: text + String(at) } },
    })
    const rows = JSON.stringify({ results: Array.from({ length: 250 }, (_, at) => row(at)) })
    const { origin } = await serve((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(rows)
    })
    const ids = Array.from({ length: 250 }, (_, at) => row(at).id)
    const { bodies } = await clientFor(origin, { authorization, reader }).bodies('page', ids)
    expect(bodies.size).toBe(250)
    expect(ids.every((id, at) => bodies.get(id) === text + String(at))).toBe(true)
  })

  it.each([
    ['results without anything', list(6_000_000, () => '{}')],
    ['no end of lists in lists', '['.repeat(19_000_000)],
    ['more results than are taken', list(30_000, result)],
  ])(
    'is refused with words where it holds %s, and the program goes on meanwhile',
    async (_, text) => {
      let turns = 0
      const clock = setInterval(() => (turns += 1), 5)
      await expect(body(text)).rejects.toMatchObject(tooLarge('100,000 values'))
      clearInterval(clock)
      expect(turns).toBeGreaterThan(3)
    },
  )

  it('is told from a web page', async () => {
    await expect(body(`<html>${'x'.repeat(1_000_000)}`)).rejects.toMatchObject({
      failure: { kind: 'unreadable-answer', detail: 'it is a web page, not data' },
    })
  })

  it('is not read on past its bound', async () => {
    const piece = Buffer.alloc(1_000_000, 32)
    let sent = 0
    let ended: () => void = () => undefined
    const closed = new Promise<void>((resolve) => (ended = resolve))
    const answer = asked((response) => {
      const more = () => {
        if (response.destroyed) return
        sent += 1
        response.write(piece, more)
      }
      response.once('close', ended)
      more()
    })
    await expect(answer).rejects.toMatchObject(tooLarge('20 MB'))
    await closed
    expect(sent).toBeLessThan(60)
  })

  it('waits for another, and one that fails costs only itself', async () => {
    const all = await Promise.allSettled([
      body(list(1_500, result)),
      body('['.repeat(5_000_000)),
      body(list(1_600, result)),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
