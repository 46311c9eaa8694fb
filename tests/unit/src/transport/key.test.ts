import { describe, expect, it } from 'vitest'
import { fetchKey } from '../../../../src/transport/key'

type Given = { ticket?: string; key?: string }

/** A tab: what a reload keeps, what is in its address, and a host that knows one ticket and key. */
function tab(hash: string, kept = new Map<string, string>(), host = { ticket: 'new', key: 'k' }) {
  const shown: unknown[] = []
  const asked: Given[] = []
  return {
    kept,
    shown,
    asked,
    location: { hash, pathname: '/' },
    history: {
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
        shown.push(url)
      },
    },
    sessionStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
    fetch: (_address: unknown, init?: RequestInit) => {
      const given = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Given
      asked.push(given)
      const good = given.ticket === host.ticket || given.key === host.key
      return Promise.resolve(
        good ? Response.json({ key: host.key }) : new Response('', { status: 401 }),
      )
    },
  }
}

const refused = { failure: { kind: 'no-ticket' } }

describe('the key of a launch', () => {
  it('is had for the ticket in the address, which leaves it before anything is asked', async () => {
    const opened = tab('#ticket=new')
    const asked = fetchKey(opened)
    expect(opened.shown).toEqual(['/'])
    expect(await asked).toBe('k')
  })

  it('lasts for a reload of the tab, and for a used ticket in it', async () => {
    const opened = tab('#ticket=new')
    await fetchKey(opened)
    const reloaded = tab('', opened.kept)
    expect(await fetchKey(reloaded)).toBe('k')
    expect(reloaded.shown).toEqual([])
    expect(await fetchKey(tab('#ticket=used', opened.kept))).toBe('k')
  })

  it('gives way to the key of a newer launch', async () => {
    const opened = tab('#ticket=new')
    await fetchKey(opened)
    const newer = { ticket: 'newer', key: 'k2' }
    expect(await fetchKey(tab('#ticket=newer', opened.kept, newer))).toBe('k2')
    expect(await fetchKey(tab('', opened.kept, newer))).toBe('k2')
  })

  it.each(['', '#', '#ticket=', '#other=1', '#ticket=used', '#key=k'])(
    'is not had in a tab opened with “%s”',
    async (hash) => {
      await expect(fetchKey(tab(hash))).rejects.toMatchObject(refused)
    },
  )

  it('is forgotten where the host takes it no more', async () => {
    const kept = new Map([['relation-explorer-key', 'old']])
    await expect(fetchKey(tab('', kept))).rejects.toMatchObject(refused)
    expect(kept.size).toBe(0)
  })

  it('is not to be had where nobody answers', async () => {
    const alone = { ...tab('#ticket=new'), fetch: () => Promise.reject(new TypeError('failed')) }
    await expect(fetchKey(alone)).rejects.toMatchObject({ failure: { kind: 'host-gone' } })
  })
})
