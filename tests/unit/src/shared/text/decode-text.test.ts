import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '@shared/text'

const read = (bytes: Uint8Array) => decodeText(bytes, TextDecoder)
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const table = 'relation;source;target;action\r\nérgänzt;1;2;create\r\n'

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(table)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${table}`)],
    ['UTF-16 with a mark, as Excel writes “Unicode Text”', utf16(`\uFEFF${table}`, false)],
    ['UTF-16 the other way round', utf16(`\uFEFF${table}`, true)],
    ['UTF-16 without a mark', utf16(table, false)],
    ['UTF-16 the other way round without a mark', utf16(table, true)],
  ])('are read as %s, with nothing to say', (_, bytes) => {
    expect(read(bytes)).toEqual({ text: table, note: null })
  })

  it('are read as Latin-1 where they are no Unicode, and that is said', () => {
    const { text, note } = read(new Uint8Array(Buffer.from(table, 'latin1')))
    expect(text).toBe(table)
    expect(note).toContain('Latin-1')
    // What only the superset has: the euro sign of Windows.
    expect(read(new Uint8Array([0x80, 0xe9])).text).toBe('€é')
  })

  it('come back as any text that was written, in each encoding with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(read(new TextEncoder().encode(`\uFEFF${text}`)).text).toBe(text)
        expect(read(utf16(`\uFEFF${text}`, false)).text).toBe(text)
        expect(read(utf16(`\uFEFF${text}`, true)).text).toBe(text)
      }),
    )
  })

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof read(bytes).text).toBe('string')
      }),
    )
  })
})
