import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell, readChangeSet, unguardCell } from '@shared/edit'

const cell = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom("'", '=', '+', '-', '@', ';', '|', ',', '\t', '\r', '\n', '＝', 'a', '"'),
    )
    .map((letters) => letters.join('')),
)

describe('a cell of a table', () => {
  it('is guarded at its beginning and behind each separator that another reader may heed', () => {
    expect(guardCell('a;=1+1')).toBe("a;'=1+1")
    expect(guardCell('a\t@SUM(A1)|-2')).toBe("a\t'@SUM(A1)|'-2")
    expect(guardCell('＝1+1')).toBe("'＝1+1")
    expect(guardCell("x\n''=1")).toBe("x\n'''=1")
    expect(guardCell('depends-on, 50 % - more')).toBe('depends-on, 50 % - more')
  })

  it('is again what it was, whatever stood in it', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardCell(text)
        expect(guarded).not.toMatch(/(^|[;|\t\r\n])[=+\-@＝＋－＠]/)
        expect(unguardCell(guarded)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a change set as Excel writes it', () => {
  const line = { action: 'create', relation: 'a;b', source: 'content:1', target: 'content:2' }
  it.each([
    ['with its first line sep=;', 'sep=;\r\nrelation;source;target;action\r\n"a;b";1;2;create\r\n'],
    ['the same, quoted', '"sep=;"\nrelation;source;target;action\n"a;b";1;2;create\n'],
    ['with tabs', 'relation\tsource\ttarget\taction\r\na;b\t1\t2\tcreate\r\n'],
    ['of an old Mac', 'relation,source,target,action\ra;b,1,2,create\r'],
    ['with bars', 'SEP=|\r\nrelation|source|target|action\r\na;b|1|2|create\r\n'],
  ])('is read %s', (_, text) => {
    expect(readChangeSet(text, 'x.csv')).toMatchObject({ ok: true, lines: [line], bad: [] })
  })

  it('counts the rows as a person sees them', () => {
    const text = 'sep=;\r\nrelation;source;target;action\r\na;1;2;create\r\na;1;nowhere;create\r\n'
    expect(readChangeSet(text, 'x.csv')).toMatchObject({ ok: true, bad: [{ line: 4 }] })
  })
})
