import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawn, formats, partOf, pseudonymsOf, redact } from '@shared/export'
import {
  type Entity,
  emptyGraph,
  type GraphFile,
  merge,
  nodeId,
  type Relation,
  relationOf,
  toGraphFile,
} from '@shared/graph'

/** Words that no format and no pseudonym has by chance. */
const secret = fc
  .tuple(fc.constantFrom('zq', 'Żq', '项zq', '<zq>', 'zq"'), fc.integer({ min: 1e5, max: 999_999 }))
  .map(([word, number]) => `${word}${number}`)
const host = fc.integer({ min: 1e5, max: 999_999 }).map((n) => `host${n}.example`)

type Known = { file: GraphFile; secrets: string[] }

const anyKnown: fc.Arbitrary<Known> = fc
  .record({
    host,
    things: fc.uniqueArray(
      fc.record({
        type: fc.constantFrom('content', 'user', 'space'),
        key: secret,
        title: secret,
        person: secret,
        spaceKey: secret,
        spaceName: secret,
        status: fc.oneof(fc.constant('current'), secret),
        subtype: fc.oneof(fc.constantFrom('page', 'blogpost'), secret),
      }),
      { minLength: 1, maxLength: 8, selector: ({ key }) => key },
    ),
    seed: fc.nat(),
  })
  .map(({ host, things, seed }) => {
    const site = `https://${host}`
    const entities = things.map((thing): Entity => ({
      id: nodeId(thing),
      type: thing.type,
      key: thing.key,
      title: thing.title,
      status: thing.status,
      subtype: thing.subtype,
      space: { key: thing.spaceKey, name: thing.spaceName },
      url: `${site}/wiki/${encodeURIComponent(thing.title)}`,
      createdBy: { key: thing.key, name: thing.person },
      createdAt: '2026-03-04T05:06:07.123Z',
    }))
    const relations = entities.flatMap(({ id }, at): Relation[] => {
      const other = entities[(at * 7 + seed) % entities.length]
      return other === undefined
        ? []
        : [relationOf('link', id, other.id, { createdBy: { name: things[at]?.person ?? '' } })]
    })
    const asked = entities.map(({ id, title }) => ({
      node: id,
      relation: 'link',
      direction: 'out' as const,
      type: 'content' as const,
      kind: 'forbidden',
      sentence: `${title} at ${host} is forbidden.`,
    }))
    const file = toGraphFile(merge(emptyGraph, { entities, relations }).graph, {
      version: '1.0.0',
      site,
      exportedAt: '2026-11-24T10:00:00.000Z',
      calls: 1,
      failures: asked,
      completeness: asked.map((one) => ({
        ...one,
        state: 'forbidden' as const,
        at: '2026-11-24T10:00:00.000Z',
        found: 0,
        why: one.sentence,
      })),
    })
    const secrets = things.flatMap(
      ({ key, title, person, spaceKey, spaceName, status, subtype }) => [
        ...[key, title, person, spaceKey, spaceName],
        ...[status, subtype].filter((word) => /\d/.test(word)),
      ],
    )
    return { file, secrets: [...secrets, host, '05:06:07'] }
  })

const hidden = (file: GraphFile, relations = false): Drawn => ({
  file: redact(file, pseudonymsOf(file, { relations })),
  looks: new Map(),
})

/** As it stands in a file, with whatever the format makes of special letters. */
const spellings = (text: string): string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  encodeURIComponent(text),
  // The digits alone stand for themselves in every escaping.
  ...(text.match(/\d{6}/g) ?? []),
]

describe('a redacted export', () => {
  it('holds no title, person, space, key, id, address or site, in any format', () => {
    fc.assert(
      fc.property(anyKnown, ({ file, secrets }) => {
        const drawn = hidden(file)
        for (const { name, write } of formats) {
          const text = write(drawn)
            .map((one) => one.text)
            .join('\n')
          for (const word of secrets.flatMap(spellings)) {
            expect(text.includes(word), `${word} in ${name}`).toBe(false)
          }
        }
      }),
    )
  })

  it('gives the same pseudonyms whatever order things were found in', () => {
    fc.assert(
      fc.property(anyKnown, ({ file }) => {
        const turned = {
          ...file,
          nodes: file.nodes.toReversed(),
          edges: file.edges.toReversed(),
          failures: [],
        }
        const [one, two] = [file, turned].map((each) => pseudonymsOf(each, { relations: true }))
        for (const { id, createdBy } of file.nodes) {
          expect(two?.title(id)).toBe(one?.title(id))
          expect(two?.id(id)).toBe(one?.id(id))
          expect(two?.person(createdBy ?? '')).toBe(one?.person(createdBy ?? ''))
        }
      }),
    )
  })

  it('keeps what hangs together, and tells every thing from every other', () => {
    fc.assert(
      fc.property(anyKnown, ({ file }) => {
        const { file: bare } = hidden(file)
        const degrees = ({ edges, nodes }: GraphFile) =>
          nodes
            .map(({ id }) => edges.filter((one) => one.source === id || one.target === id).length)
            .sort()
        expect(new Set(bare.nodes.map(({ id }) => id)).size).toBe(file.nodes.length)
        expect(new Set(bare.nodes.map(({ title }) => title)).size).toBe(file.nodes.length)
        expect(degrees(bare)).toEqual(degrees(file))
        expect(bare.stats).toEqual(file.stats)
      }),
    )
  })

  it('calls a part as the whole does', () => {
    fc.assert(
      fc.property(anyKnown, ({ file }) => {
        const names = pseudonymsOf(file, { relations: false })
        const first = file.nodes.slice(0, 1)
        const part = partOf(file, { nodes: new Set(first.map(({ id }) => id)), edges: new Set() })
        const whole = redact(file, names).nodes.map(({ title }) => title)
        expect(whole).toContain(redact(part, names).nodes[0]?.title)
      }),
    )
  })

  const sample = (): GraphFile => {
    const person: Entity = {
      id: 'user:712020:a',
      type: 'user',
      key: '712020:a',
      title: 'Anna Lee',
      status: 'active',
    }
    const page: Entity = {
      id: 'content:1',
      type: 'content',
      key: '1',
      title: 'Plan',
      status: 'current',
      subtype: 'page',
      space: { key: 'DOC', name: 'Documents' },
      createdBy: { key: '712020:a', name: 'Anna Lee' },
      createdAt: '2026-03-04T05:06:07.123Z',
    }
    const space: Entity = {
      id: 'space:DOC',
      type: 'space',
      key: 'DOC',
      title: 'Documents',
      status: 'current',
    }
    return toGraphFile(
      merge(emptyGraph, {
        entities: [person, page, space],
        relations: [
          relationOf('secret-plan', 'content:1', 'user:712020:a'),
          relationOf('link', 'content:1', 'space:DOC'),
        ],
      }).graph,
      {
        version: '1.0.0',
        site: 'https://x.example',
        exportedAt: '2026-11-24T10:00:00.000Z',
        calls: 1,
        failures: [],
      },
    )
  }

  it('knows a person who created something from the one that is drawn, and a space by its key', () => {
    const { file } = hidden(sample())
    expect(file.nodes).toEqual([
      {
        id: 'content:page-1',
        type: 'content',
        key: 'page-1',
        title: 'Page 1',
        status: 'current',
        subtype: 'page',
        space: { key: 'space-1', name: 'Space 1' },
        createdBy: 'Person 1',
        createdAt: '2026-03-04',
        completeness: 'not-asked',
      },
      expect.objectContaining({ id: 'space:space-1', title: 'Space 1' }),
      expect.objectContaining({ id: 'user:person-1', title: 'Person 1' }),
    ])
    expect(file.site).toBe('https://redacted.invalid')
  })

  it('keeps relation names unless it is told to replace them, and “link” always', () => {
    const namesIn = ({ file }: Drawn) => file.edges.map(({ relation }) => relation)
    expect(namesIn(hidden(sample()))).toEqual(['link', 'secret-plan'])
    expect(namesIn(hidden(sample(), true))).toEqual(['link', 'relation-1'])
  })
})
