import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endsAllowed,
  learn,
  mergeWords,
  nearMiss,
  phrase,
  readVocabularyFile,
  vocabularyFormat,
} from '@shared/vocabulary'
// Only the near miss counts edits.
import { editDistance } from '../../../../../src/shared/vocabulary/rules'

describe('a near miss', () => {
  const known = ['blocks', 'depends-on', 'owned-by', 'uses', 'is']

  it.each([
    ['blcoks', 'blocks'],
    ['block', 'blocks'],
    ['bloks', 'blocks'],
    ['dependsOn', 'depends-on'],
    ['Depends_On', 'depends-on'],
    ['depend-on', 'depends-on'],
    ['ownedby', 'owned-by'],
    ['USES', 'uses'],
  ])('of %s is %s', (name, meant) => {
    expect(nearMiss(name, known)).toBe(meant)
  })

  it.each(['explains', 'in', 'as', 'depends-upon-it', 'owns', 'mused'])(
    'is not seen in %s',
    (name) => {
      expect(nearMiss(name, known)).toBeNull()
    },
  )

  it('is none where the name itself is known', () => {
    expect(nearMiss('owned-by', ['owned_by', 'owned-by'])).toBeNull()
  })

  it('never offers what is not known, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, names) => {
        const meant = nearMiss(name, names)
        expect(meant === null || (names.includes(meant) && meant !== name)).toBe(true)
      }),
    )
  })
})

describe('the distance of two texts', () => {
  it('counts a swap of neighbours once, and is the same both ways', () => {
    expect(editDistance('blcoks', 'blocks')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const distance = editDistance(one, other)
        expect(distance).toBe(editDistance(other, one))
        expect(distance === 0).toBe(one === other)
        const [a, b] = [Array.from(one).length, Array.from(other).length]
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a - b))
        expect(distance).toBeLessThanOrEqual(Math.max(a, b))
      }),
    )
  })
})

describe('a dictionary', () => {
  it('learns names once, and keeps what is said of those it knows', () => {
    const words = [{ name: 'blocks', note: 'hard' }]
    expect(learn(words, ['blocks', 'uses', 'uses', ''])).toEqual([...words, { name: 'uses' }])
    expect(learn(words, ['blocks'])).toBe(words)
  })

  it('takes another one in: it says more, and no word is lost', () => {
    expect(
      mergeWords(
        [{ name: 'a', note: 'mine' }, { name: 'b' }],
        [{ name: 'a', forward: 'leads to' }, { name: 'c' }],
      ),
    ).toEqual([{ name: 'a', note: 'mine', forward: 'leads to' }, { name: 'b' }, { name: 'c' }])
  })

  it('reads both ways as it is worded, or by the name', () => {
    const word = { name: 'blocks', backward: 'is blocked by' }
    expect([phrase(word, 'out'), phrase(word, 'in')]).toEqual(['blocks', 'is blocked by'])
    expect(phrase({ name: 'uses' }, 'in')).toBe('uses')
  })

  it('knows which ends a word is meant for', () => {
    const word = { name: 'owned-by', sources: ['content' as const], targets: ['user' as const] }
    expect(endsAllowed(word, 'content', 'user')).toBe(true)
    expect(endsAllowed(word, 'content', 'content')).toBe(false)
    expect(endsAllowed({ name: 'any' }, 'space', 'space')).toBe(true)
  })
})

describe('a dictionary as a file', () => {
  it('comes back as it was', () => {
    const words = [{ name: 'blocks', colour: '#aa0000', line: 'dashed', note: 'x' }]
    const read = readVocabularyFile(JSON.stringify({ format: vocabularyFormat, words }))
    expect(read).toEqual({ ok: true, words })
  })

  it.each([
    ['{', 'This file is no JSON.'],
    ['[]', 'This file is no list of relation names.'],
    ['{"format":"other"}', 'This file is no list of relation names.'],
    [
      JSON.stringify({ format: vocabularyFormat, words: [{ name: 'a', colour: 'red' }] }),
      'This list of relation names has a mistake at words.0.colour.',
    ],
  ])('is refused with a reason: %s', (text, sentence) => {
    expect(readVocabularyFile(text)).toMatchObject({ ok: false, failure: { sentence } })
  })
})
