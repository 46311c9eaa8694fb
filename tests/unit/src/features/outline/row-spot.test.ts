import { describe, expect, it } from 'vitest'
import { type EdgeId, edgeId, type NodeId } from '@shared/graph'
import {
  actedOnAt,
  isPicked,
  type RowSpot,
  selectionOfAll,
  spotOf,
  toggled,
} from '../../../../../src/features/outline/row-spot'

const [a, b]: [NodeId, NodeId] = ['content:1', 'content:2']
const edge = edgeId('needs', a, b)
const other = edgeId('cites', a, b)

const nodeRow: RowSpot = { key: 'a', node: a, edges: [], owner: a }
const neighbour: RowSpot = { key: 'b', node: b, edges: [edge], owner: b }
const group: RowSpot = { key: 'g', node: null, edges: [edge, other], owner: a }
const relation: RowSpot = { key: 'r', node: null, edges: [edge], owner: null }

const heading: RowSpot = { key: 'h', node: null, edges: [], owner: null, nodes: [a, b] }

const picked = (nodes: readonly NodeId[], edges: readonly EdgeId[] = []) => ({
  nodes: new Set(nodes),
  edges: new Set(edges),
})

describe('a row of the outline', () => {
  it('is picked when what it stands for is selected', () => {
    expect(isPicked(neighbour, picked([b]))).toBe(true)
    expect(isPicked(neighbour, picked([], [edge]))).toBe(false)
    expect(isPicked(group, picked([], [edge]))).toBe(false)
    expect(isPicked(group, picked([], [edge, other]))).toBe(true)
  })

  it('joins the selection and leaves it again', () => {
    const joined = toggled({ nodes: [a], edges: [] }, relation, false)
    expect(joined).toEqual({ nodes: [a], edges: [edge] })
    expect(toggled(joined, relation, true)).toEqual({ nodes: [a], edges: [] })
  })

  it('may stand for several nodes, all of which are selected and acted on', () => {
    expect([picked([a]), picked([a, b])].map((one) => isPicked(heading, one))).toEqual([
      false,
      true,
    ])
    expect(selectionOfAll([heading, nodeRow])).toEqual({ nodes: [a, b], edges: [] })
    expect(toggled({ nodes: [a, b], edges: [edge] }, heading, true)).toEqual({
      ...{ nodes: [], edges: [edge] },
    })
    expect(actedOnAt(heading, { nodes: [], edges: [] }, false)).toEqual({
      nodes: [a, b],
      edges: [],
    })
    expect(spotOf(heading)).toEqual({ kind: 'node', id: a })
  })

  it('is selected with others, each once', () => {
    expect(selectionOfAll([nodeRow, neighbour, nodeRow, group, relation])).toEqual({
      nodes: [a, b],
      edges: [edge, other],
    })
  })

  it('is acted on alone, or with all that is selected where it is a part of that', () => {
    const selection = { nodes: [a, b], edges: [] }
    expect(actedOnAt(nodeRow, selection, true).nodes).toEqual([a, b])
    expect(actedOnAt(nodeRow, { nodes: [b], edges: [] }, false).nodes).toEqual([a])
  })

  it('deletes the relation that leads to its node, or those it stands for', () => {
    expect(actedOnAt(neighbour, { nodes: [], edges: [] }, false).edges).toEqual([edge])
    expect(actedOnAt(group, { nodes: [], edges: [] }, false)).toEqual({
      nodes: [a],
      edges: [edge, other],
    })
    expect(actedOnAt(relation, { nodes: [], edges: [edge, other] }, true).edges).toEqual([
      edge,
      other,
    ])
  })

  it('has the menu of its node, its one relation, or the node it is listed under', () => {
    expect(spotOf(neighbour)).toEqual({ kind: 'node', id: b })
    expect(spotOf(relation)).toEqual({ kind: 'edge', id: edge })
    expect(spotOf(group)).toEqual({ kind: 'node', id: a })
  })
})
