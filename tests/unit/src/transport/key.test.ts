import { describe, expect, it } from 'vitest'
import { takeKey } from '../../../../src/transport/key'

/** A tab: what a reload keeps, and what is in its address. */
function tab(hash: string, kept = new Map<string, string>()) {
  const shown: unknown[] = []
  return {
    kept,
    shown,
    location: { hash, pathname: '/' },
    history: {
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
        shown.push(url)
      },
    },
    sessionStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    },
  }
}

describe('the key of a launch', () => {
  it('is taken from the address, and out of it', () => {
    const opened = tab('#key=abc-_123')
    expect(takeKey(opened)).toBe('abc-_123')
    expect(opened.shown).toEqual(['/'])
  })

  it('lasts for a reload of the tab', () => {
    const opened = tab('#key=abc')
    takeKey(opened)
    const reloaded = tab('', opened.kept)
    expect(takeKey(reloaded)).toBe('abc')
    expect(reloaded.shown).toEqual([])
  })

  it('gives way to the key of a newer launch', () => {
    const opened = tab('#key=old')
    takeKey(opened)
    expect(takeKey(tab('#key=new', opened.kept))).toBe('new')
    expect(takeKey(tab('', opened.kept))).toBe('new')
  })

  it.each(['', '#', '#key=', '#other=1'])('is missing in a tab opened with “%s”', (hash) => {
    expect(takeKey(tab(hash))).toBeNull()
  })
})
