import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../../../../../src/shared/graph'
import { nearScene } from '../../../../../../src/features/canvas/vast/highlight'
import { lineAt, nodeAt, nodesIn } from '../../../../../../src/features/canvas/vast/hit'
import { rowsOf, sceneOf } from './fixtures'

const nodes: NodeId[] = ['content:0', 'content:1', 'content:2', 'content:3']
const rows = rowsOf(nodes, [
  ['link', 'content:0', 'content:1'],
  ['link', 'content:1', 'content:2'],
])
const scene = sceneOf(rows)
const idAt = (at: number) => rows.nodes[scene.nodes.row[at] ?? -1]?.entity.id ?? null

describe('what is under a point', () => {
  it('is the node whose body holds it', () => {
    expect(idAt(nodeAt(scene, { x: 104, y: 6 }, 0))).toBe('content:1')
    expect(nodeAt(scene, { x: 150, y: 0 }, 0)).toBe(-1)
  })

  it('is a node that is a dot, within the slack', () => {
    expect(idAt(nodeAt(scene, { x: 230, y: 0 }, 20))).toBe('content:2')
  })

  it('is the nearest line within the slack', () => {
    const at = lineAt(scene, { x: 150, y: 3 }, 5)
    expect(idAt(scene.lines.from[at] ?? -1)).toBe('content:1')
    expect(lineAt(scene, { x: 150, y: 9 }, 5)).toBe(-1)
    expect(lineAt(scene, { x: 250, y: 0 }, 5)).toBe(-1)
  })

  it('is a line where it bends, and a loop where it goes round', () => {
    const bent = rowsOf(nodes, [
      ['link', 'content:0', 'content:3'],
      ['needs', 'content:0', 'content:3'],
      ['link', 'content:1', 'content:1'],
    ])
    const drawn = sceneOf(bent)
    const nameAt = (x: number, y: number) =>
      bent.edges[drawn.lines.row[lineAt(drawn, { x, y }, 3)] ?? -1]?.relation
    // Half of the bend is seen in the middle of a curve.
    expect(nameAt(150, -9.5)?.relation).toBe('link')
    expect(nameAt(150, 9.5)?.relation).toBe('needs')
    expect(nameAt(150, 0)).toBeUndefined()
    expect(nameAt(74, -26)).toMatchObject({ source: 'content:1', target: 'content:1' })
  })

  it('is every node whose middle a box holds', () => {
    const inside = nodesIn(scene, { x1: -10, y1: -10, x2: 110, y2: 10 }).map(idAt)
    expect(inside.sort()).toEqual(['content:0', 'content:1'])
  })
})

describe('what stands out with a node', () => {
  it('is the node, its lines by name, and their other ends', () => {
    const at = [...scene.nodes.row].findIndex((row) => rows.nodes[row]?.entity.id === 'content:1')
    const near = nearScene(scene, { kind: 'node', at }, () => 'link')
    expect(near.nodes.row).toHaveLength(3)
    expect(near.lines.row).toHaveLength(2)
    expect(near.names.map(([, name]) => name)).toEqual(['link', 'link'])
    expect([...near.nodes.rank].filter((rank) => rank === Infinity)).toHaveLength(1)
  })
})
