import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import {
  ChangeLine,
  describeLine,
  inOwnSpelling,
  lineKey,
  readChangeSet,
  toChangeSetFile,
  toCsv,
} from '@shared/edit'

const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const id = fc.oneof(
  fc.nat().map((key) => `content:${key}`),
  fc.stringMatching(/^[A-Za-z0-9:-]{1,20}$/).map((key) => `user:${key}`),
  fc.stringMatching(/^[A-Za-z0-9~]{1,10}$/).map((key) => `space:${key}`),
)
const line = fc
  .record({
    action: fc.constantFrom('create', 'delete', 'flip', 'retype'),
    relation: name,
    source: id,
    target: id,
    newName: name,
  })
  .map(({ newName, ...rest }) => (rest.action === 'retype' ? { ...rest, newName } : rest))
  .filter((one) => ChangeLine.safeParse(one).success)
  .map((one) => ChangeLine.parse(one))
const lines = fc.uniqueArray(line, { maxLength: 30, selector: lineKey })
const about = { version: '1.0.0', site: 'https://a.atlassian.net', savedAt: '2026-01-01T00:00:00Z' }

describe('a change set as a file', () => {
  it('comes back from JSON as it was, and obeys its schema', () => {
    const schema = JSON.parse(readFileSync('resources/change-set.schema.json', 'utf8')) as object
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    fc.assert(
      fc.property(lines, (all) => {
        const file = toChangeSetFile(all, about)
        expect([valid(file), valid.errors]).toEqual([true, null])
        const read = readChangeSet(JSON.stringify(file), 'x.json')
        expect(read).toEqual({ ok: true, lines: all, site: about.site, doubles: 0, bad: [] })
      }),
    )
  })

  it('comes back from CSV as it was, whatever stands in names', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const read = readChangeSet(toCsv(all), 'x.csv')
        expect(read).toEqual({ ok: true, lines: all, site: null, doubles: 0, bad: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('writes no cell that a spreadsheet runs as a formula', () => {
    const evil = ChangeLine.parse({
      action: 'create',
      relation: '=HYPERLINK("http://x")',
      source: 'content:1',
      target: 'content:2',
    })
    const [, row] = Papa.parse<string[]>(toCsv([evil])).data
    expect(row?.[0]).toBe('\'=HYPERLINK("http://x")')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = readChangeSet(text, 'x')
        expect(typeof read.ok).toBe('boolean')
      }),
      { numRuns: 1_000 },
    )
  })

  it('takes columns in any order, other separators, bare ids and notes of one’s own', () => {
    const text =
      '\uFEFFaction;target;my note;source;relation\r\nCREATE; 12 ;hi;11;explains\r\n\r\ndelete;user:u1;;space:DOCS;x\r\n'
    expect(readChangeSet(text, 'x.csv')).toMatchObject({
      ok: true,
      bad: [],
      lines: [
        { action: 'create', relation: 'explains', source: 'content:11', target: 'content:12' },
        { action: 'delete', relation: 'x', source: 'space:DOCS', target: 'user:u1' },
      ],
    })
  })

  it('tells each line that cannot be used by its number, and keeps the others', () => {
    const text = [
      'relation,source,target,action,newName',
      'explains,content:1,content:2,create,',
      'explains,content:1,content:2,create,',
      'explains,content:1,nothing,create,',
      'explains,content:1,content:2,mvoe,',
      'explains,content:1,content:2,retype,',
      ',content:1,content:2,create,',
    ].join('\n')
    const read = readChangeSet(text, 'x.csv')
    if (!read.ok) throw new Error('refused')
    expect(read.lines).toHaveLength(1)
    expect(read.doubles).toBe(1)
    expect(read.bad).toEqual([
      {
        line: 4,
        sentence:
          'The target “nothing” is not an id like content:123, user:ACCOUNT_ID or space:KEY.',
      },
      { line: 5, sentence: 'The action “mvoe” is not one of create, delete, flip and retype.' },
      { line: 6, sentence: 'A retype needs a newName of 1 to 255 characters.' },
      { line: 7, sentence: 'The relation needs a name of 1 to 255 characters.' },
    ])
  })

  it('refuses a file of another kind with the reason', () => {
    const reasons = [
      ['', 'it is empty'],
      ['{"format":"other"}', 'its format is not “relation-explorer/change-set@1”'],
      ['{ not json', 'it begins like JSON but is none'],
      ['a,b,c\n1,2,3', 'its first line names no column “relation”'],
      ['relation,source,target,action,action\n', 'its first line names the column “action” twice'],
      [
        JSON.stringify({ ...toChangeSetFile([], about), token: 'x' }),
        'it has no place for “token”',
      ],
    ] as const
    for (const [text, reason] of reasons) {
      const read = readChangeSet(text, 'my file')
      expect(read.ok ? null : read.failure).toMatchObject({
        sentence: `“my file” is not a change set: ${reason}.`,
      })
    }
  })

  it('says each line as a sentence', () => {
    const at = { relation: 'explains', source: 'content:1', target: 'content:2' } as const
    const words = (one: unknown) => describeLine(ChangeLine.parse(one), (key) => `T${key.at(-1)}`)
    expect(words({ ...at, action: 'flip' })).toBe(
      'Flip “explains” from “T1” to “T2”, so that it goes from “T2” to “T1”.',
    )
    expect(words({ ...at, action: 'retype', newName: 'uses' })).toBe(
      'Rename “explains” from “T1” to “T2” to “uses”.',
    )
  })
})

describe('lines in the spelling of the site', () => {
  it('keep all else, and stand once where they become the same', () => {
    const lines = ['doc', 'DOC', 'OPS'].map(
      (key) =>
        ({ action: 'create', relation: 'x', source: `space:${key}`, target: 'content:1' }) as const,
    )
    const spelt = [{ asked: 'space:doc', own: 'space:DOC' } as const]
    expect(inOwnSpelling(lines, spelt).map(({ source }) => source)).toEqual([
      'space:DOC',
      'space:OPS',
    ])
    expect(inOwnSpelling(lines, [])).toEqual(lines)
  })
})
