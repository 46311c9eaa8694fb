import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeEdit } from '@shared/edit'
import { type NodeId, relationOf } from '@shared/graph'
import { balanced, isolated, quoted } from '@shared/text'

/** How deep the isolates stand after each letter; the text around them is at 0. */
function depths(text: string): number[] {
  let depth = 0
  return Array.from(text).map((letter) => {
    if (/[\u2066-\u2068]/.test(letter)) depth += 1
    if (letter === '\u2069') depth -= 1
    return depth
  })
}

describe('text from outside in a sentence', () => {
  it('is left as it is where it cannot turn anything', () => {
    for (const text of ['Alpha', 'Łódź', '東京 駅', 'Ελλάδα', 'emoji 🚀', '']) {
      expect(isolated(text)).toBe(text)
    }
    expect(quoted('Alpha')).toBe('“Alpha”')
  })

  it('stands between marks where it runs from right to left, or ends in a mark that turns', () => {
    expect(isolated('שלום')).toBe('\u2068שלום\u2069')
    expect(quoted('Alpha\u202e')).toBe('“\u2068Alpha\u202e\u2069”')
  })

  it('closes neither more nor less than it opens', () => {
    expect(balanced('a\u2069b')).toBe('ab')
    expect(balanced('a\u2067b')).toBe('a\u2067b\u2069')
    const letters = fc.string({
      unit: fc.constantFrom('a', 'א', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'),
    })
    fc.assert(
      fc.property(letters, (text) => {
        const marked = isolated(text)
        const found = depths(marked)
        expect(found.at(-1) ?? 0).toBe(0)
        expect(Math.min(0, ...found)).toBe(0)
        // Only the very end comes back to the sentence.
        if (marked !== text) expect(found.slice(0, -1).every((depth) => depth > 0)).toBe(true)
      }),
    )
  })

  it('keeps the parts of a sentence apart', () => {
    const [alpha, beta] = ['content:1', 'content:2'] as [NodeId, NodeId]
    const titleOf = (id: NodeId) => (id === alpha ? 'Alpha\u202e' : 'Beta')
    const said = describeEdit(
      { kind: 'delete', relation: relationOf('depends-on', alpha, beta) },
      titleOf,
    )
    expect(said).toBe('Delete “depends-on” from “\u2068Alpha\u202e\u2069” to “Beta”.')
  })
})
