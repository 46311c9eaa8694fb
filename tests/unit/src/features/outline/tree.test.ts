import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge, type NodeId, relationOf } from '@shared/graph'
import { shownOf } from '../../../../../src/shared/picture/shown'
import { treeRows } from '../../../../../src/features/outline/tree'

const page = (key: string, title: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title,
  status: 'current',
})

const [a, b, c] = [page('1', 'Alpha'), page('2', 'beta'), page('10', 'Gamma')]

const { graph } = merge(emptyGraph, {
  entities: [a, b, c],
  relations: [
    relationOf('needs', a.id, c.id),
    relationOf('needs', a.id, b.id),
    relationOf('needs', b.id, a.id),
    relationOf('cites', c.id, a.id),
    relationOf('needs', c.id, c.id),
  ],
})

const all = shownOf({
  hiddenNodes: new Set(),
  hiddenRelations: new Set(),
  match: null,
  within: null,
})

const tree = (opened: readonly string[], shown = all) =>
  treeRows(graph, shown, [a, b, c], new Set(opened))

/** A tree as it is read: one line a row, indented. */
const read = (rows: ReturnType<typeof tree>) =>
  rows.map((row) => {
    const indent = ' '.repeat(row.level - 1)
    if (row.kind === 'group') return `${indent}${row.name} ${row.direction} ${row.edges.length}`
    return `${indent}${graph.nodes.get(row.node)?.title ?? ''}${row.isAbove ? ' (above)' : ''}`
  })

describe('a tree of nodes and relations', () => {
  it('is a list of nodes as long as nothing is open', () => {
    expect(read(tree([]))).toEqual(['Alpha', 'beta', 'Gamma'])
    expect(tree([]).map(({ at, among }) => [at, among])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('lists the relations of an open node by name and direction, with counts', () => {
    expect(read(tree([a.id]))).toEqual([
      'Alpha',
      ' cites in 1',
      ' needs out 2',
      ' needs in 1',
      'beta',
      'Gamma',
    ])
  })

  it('lists neighbours by title, each with the relation that leads to it', () => {
    const rows = tree([a.id, `${a.id} > out:needs`])
    expect(read(rows).slice(2, 5)).toEqual([' needs out 2', '  beta', '  Gamma'])
    expect(rows[3]).toMatchObject({ edge: relationOf('needs', a.id, b.id).id, level: 3, among: 2 })
  })

  it('opens no node below itself, so that a cycle ends', () => {
    const below = `${a.id} > out:needs > ${relationOf('needs', a.id, b.id).id}`
    const rows = tree([a.id, `${a.id} > out:needs`, below, `${below} > out:needs`])
    const again = rows.find((row) => row.kind === 'node' && row.isAbove)
    expect(again).toMatchObject({ node: a.id, isOpen: null, level: 5 })
    expect(read(rows)).toContain('    Alpha (above)')
  })

  it('keeps the same node in two places apart', () => {
    const keys = tree([a.id, `${a.id} > out:needs`, `${a.id} > in:needs`]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('leaves out what the picture does not show', () => {
    const hidden = shownOf({
      hiddenNodes: new Set<NodeId>([b.id]),
      hiddenRelations: new Set(['cites']),
      match: null,
      within: null,
    })
    expect(read(tree([a.id, `${a.id} > out:needs`], hidden)).slice(0, 3)).toEqual([
      'Alpha',
      ' needs out 1',
      '  Gamma',
    ])
  })

  it('offers nothing to open at a node without relations', () => {
    const alone = shownOf({
      hiddenNodes: new Set(),
      hiddenRelations: new Set(['cites', 'needs']),
      match: null,
      within: null,
    })
    expect(tree([a.id], alone).every((row) => row.isOpen === null)).toBe(true)
  })
})
