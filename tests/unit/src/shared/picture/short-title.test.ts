import { describe, expect, it } from 'vitest'
import { breakable, shortTitle } from '@shared/picture'

describe('a title under a node', () => {
  it('is left as it is where it fits', () => {
    expect(shortTitle('Ingest pipeline')).toBe('Ingest pipeline')
    expect(shortTitle('x'.repeat(56))).toBe('x'.repeat(56))
  })

  it('is cut by its width, never inside a letter', () => {
    expect(shortTitle('x'.repeat(57))).toBe(`${'x'.repeat(55)}…`)
    expect(shortTitle('東'.repeat(29))).toBe(`${'東'.repeat(27)}…`)
    expect(shortTitle('🚀'.repeat(40))).toBe(`${'🚀'.repeat(27)}…`)
  })

  it('can be broken where it has no spaces, and nowhere else', () => {
    expect(breakable('Ingest pipeline: runbook')).toBe('Ingest pipeline: runbook')
    expect(breakable('東京都')).toBe('東\u200b京\u200b都')
    expect(
      breakable('x'.repeat(40))
        .split('\u200b')
        .map((part) => part.length),
    ).toEqual([16, 16, 8])
  })
})
