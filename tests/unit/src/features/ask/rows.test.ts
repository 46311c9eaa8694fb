import { expect, it } from 'vitest'
import { linesOf, nodesOf } from '../../../../../src/features/ask/rows'
import { emptyGraph, remove } from '@shared/graph'
import { answerTo, idOf, wikiOf } from '../../shared/ask/small-wiki'

const graph = wikiOf([
  [2, 'link', 1],
  [3, 'includes', 1],
  [4, 'includes', 3],
])
const answer = answerTo(graph, { kind: 'change', page: idOf(1), by: 'rename' })

it('lists a heading before what it stands for, and all of it', () => {
  const lines = linesOf(answer, graph)
  expect(lines.map(({ kind, spot }) => [kind, spot.node ?? spot.nodes])).toEqual([
    ['head', [idOf(2)]],
    ['row', idOf(2)],
    ['head', [idOf(3), idOf(4)]],
    ['row', idOf(3)],
    ['row', idOf(4)],
  ])
  expect(new Set(lines.map(({ spot }) => spot.key)).size).toBe(lines.length)
})

it('selects what the findings are about, and not what is told beside them', () => {
  expect(nodesOf(answer)).toEqual([idOf(2)])
  expect(nodesOf(answerTo(graph, { kind: 'change', page: idOf(1) }))).toEqual([2, 3, 4].map(idOf))
})

it('goes to nothing that is gone since', () => {
  const left = remove(graph, { nodes: [idOf(2)], edges: [] }).graph
  const spots = linesOf(answer, left).map(({ spot }) => spot.node ?? spot.nodes)
  expect(spots.slice(0, 2)).toEqual([[], []])
  expect(linesOf(answer, emptyGraph).every(({ spot }) => spot.node === null)).toBe(true)
})
