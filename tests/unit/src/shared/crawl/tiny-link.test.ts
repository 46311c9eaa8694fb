import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTinyLink, encodeTinyLink } from '@shared/crawl'

const vectors: [id: string, code: string][] = [
  ['65591', 'NwAB'],
  ['283246728', 'iADiE'],
  ['158598137', '_QN0CQ'],
  ['304005789', 'ncIeEg'],
  ['227171453', 'fVyKDQ'],
  ['191924345', 'eYhwCw'],
  ['16711835', 'mwD-/'],
  ['247063826', 'EuW5Dg'],
  ['227160318', '-jCKDQ'],
  ['304014842', '_uUeEg'],
  ['259711998', '-uN6Dw'],
  ['188188885', '1Yg3Cw'],
  ['130913238', '1pPNBw'],
  ['724765432', '_AozKw'],
  ['315494566', 'phDOEg'],
  ['2408012834', 'IlyHjw'],
  ['98765432101', 'JeXg-hY'],
]

describe('tiny links', () => {
  it.each(vectors)('writes the published code of %s', (id, code) => {
    expect(encodeTinyLink(id)).toBe(code)
  })

  it.each(vectors)('reads %s back from its published code', (id, code) => {
    expect(decodeTinyLink(code)).toBe(id)
  })

  it('gives back every id of 63 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
        expect(decodeTinyLink(encodeTinyLink(id.toString()))).toBe(id.toString())
      }),
    )
  })

  it('ends no code in a character that a mail program would cut off', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
        expect(encodeTinyLink(id.toString())).not.toMatch(/[-_A=]$/)
      }),
    )
  })

  it.each([
    '',
    '/',
    'A',
    'Nw AB',
    'Nw+B',
    'NwAB=',
    '__________-',
    'AAAAAAAAAAAA',
    'AQAAAAAAAAB',
    'ÄÖ',
    'NwAB//',
  ])('refuses %j, which is no code', (code) => {
    expect(decodeTinyLink(code)).toBeNull()
  })

  it('gives null or a content id for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(decodeTinyLink(code) ?? '1').toMatch(/^[1-9]\d*$/)
      }),
    )
  })

  it.each(['0', '-1', '1.5', '', 'abc', '9223372036854775808'])('writes no code for %j', (id) => {
    expect(() => encodeTinyLink(id)).toThrow(RangeError)
  })
})
