import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contrast,
  readable,
  relationLooks,
} from '../../../../../src/shared/picture/relation-colours'

describe('how relations are drawn', () => {
  it('tells sixteen names apart, without colour alone from the ninth on', () => {
    const names = Array.from({ length: 16 }, (_, at) => `name-${at}`)
    const looks = relationLooks(names, [], 'light')
    const seen = new Set([...looks.values()].map(({ colour, line }) => `${colour} ${line}`))
    expect(seen.size).toBe(16)
    expect(looks.get('name-0')?.line).toBe('solid')
    expect(looks.get('name-8')?.line).toBe('dashed')
  })

  it('follows what is said of a name', () => {
    const words = [{ name: 'a', colour: '#aa0000', line: 'dotted' as const }]
    expect(relationLooks(['a', 'b'], words, 'light').get('a')).toEqual({
      colour: '#aa0000',
      line: 'dotted',
    })
  })

  it('gives a name one colour in every workspace of a site, whatever was seen first there', () => {
    const words = ['link', 'needs', 'cites'].map((name) => ({ name }))
    const one = relationLooks(['cites', 'needs', 'new'], words, 'light')
    const other = relationLooks(['needs', 'link', 'cites'], words, 'light')
    for (const name of ['cites', 'needs']) expect(one.get(name)).toEqual(other.get(name))
    expect(new Set([...one.values()].map(({ colour }) => colour)).size).toBe(3)
  })

  it('makes any chosen colour one that can be seen in both themes', () => {
    const anyColour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(contrast(readable(colour, 'light'), '#fbfcfe')).toBeGreaterThanOrEqual(3)
        expect(contrast(readable(colour, 'dark'), '#12161e')).toBeGreaterThanOrEqual(3)
      }),
    )
  })
})
