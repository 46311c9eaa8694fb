import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge, type Relation, writtenRelation } from '@shared/graph'
import { matrixOf, relationsBetween } from '../../../../../src/features/matrix'

const page = (key: string, space: string): Entity => ({
  ...{ id: `content:${key}`, type: 'content', key, title: `Page ${key}`, status: 'current' },
  space: { key: space, name: `Space ${space}` },
})
const link = (from: string, to: string): Relation =>
  writtenRelation('link', `content:${from}`, `content:${to}`)
const graphOf = (entities: Entity[], relations: Relation[]) =>
  merge(emptyGraph, { entities, relations }).graph

/** Rows as lists of numbers. */
const rowsOf = ({ groups, counts }: ReturnType<typeof matrixOf>) =>
  groups.map((_, row) => [...counts.slice(row * groups.length, (row + 1) * groups.length)])

describe('the matrix of relations', () => {
  const entities = [page('1', 'A'), page('2', 'A'), page('3', 'A'), page('4', 'B'), page('5', 'B')]
  const relations = [link('1', '2'), link('1', '4'), link('2', '4'), link('5', '3')]
  const graph = graphOf(entities, relations)

  it('counts from each space to each, the largest first, one way at a time', () => {
    const matrix = matrixOf(graph, 'space', relations)
    expect(matrix.groups.map(({ key, size }) => [key, size])).toEqual([
      ['A', 3],
      ['B', 2],
    ])
    expect(rowsOf(matrix)).toEqual([
      [1, 2],
      [1, 0],
    ])
    expect(matrix.most).toBe(2)
  })

  it('gives the relations of a cell, which are as many as it says', () => {
    const matrix = matrixOf(graph, 'space', relations)
    expect(relationsBetween(matrix, relations, 0, 1)).toEqual([
      'link|content:1|content:4',
      'link|content:2|content:4',
    ])
    for (const [row, cells] of rowsOf(matrix).entries()) {
      for (const [column, count] of cells.entries())
        expect(relationsBetween(matrix, relations, row, column)).toHaveLength(count)
    }
  })

  it('counts only what it is given, and not what makes the tree', () => {
    const tree = writtenRelation('child-of', 'content:2', 'content:1')
    const [first] = relations
    const given = first === undefined ? [] : [first, tree]
    expect(rowsOf(matrixOf(graph, 'space', given))).toEqual([
      [1, 0],
      [0, 0],
    ])
  })

  it('tells sections by the page tree', () => {
    const tree = [
      ['2', '1'],
      ['3', '1'],
      ['4', '2'],
      ['5', '3'],
    ].map(([child = '', parent = '']) =>
      writtenRelation('child-of', `content:${child}`, `content:${parent}`),
    )
    const across = [link('4', '5'), link('4', '2')]
    const matrix = matrixOf(graphOf(entities, [...tree, ...across]), 'section', across)
    const names = matrix.groups.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Page 2', 'Page 3']))
    const [two, three] = [names.indexOf('Page 2'), names.indexOf('Page 3')]
    expect(rowsOf(matrix)[two]?.[three]).toBe(1)
    expect(rowsOf(matrix)[two]?.[two]).toBe(1)
  })

  it('puts small ones together where there are very many', () => {
    const many = Array.from({ length: 60 }, (_, at) => page(String(at), `S${at}`))
    const lines = [link('58', '59'), link('0', '59')]
    const matrix = matrixOf(graphOf(many, lines), 'space', lines)
    expect(matrix.groups).toHaveLength(24)
    expect(matrix.groups.at(-1)).toMatchObject({ name: '37 others', size: 37 })
    expect(matrix.counts.reduce((sum, one) => sum + one, 0)).toBe(2)
  })

  it('is empty where nothing is', () => {
    expect(matrixOf(emptyGraph, 'space', []).groups).toEqual([])
  })
})
