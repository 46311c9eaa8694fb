import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../../../../../src/shared/graph'
import { relationOf } from '../../../../../../src/shared/graph'
import type { Rows } from '../../../../../../src/features/canvas/vast/rows'
import type { Scene } from '../../../../../../src/features/canvas/vast/scene'
import { rowsOf, sceneOf } from './fixtures'

const a: NodeId = 'content:a'
const b: NodeId = 'content:b'
const c: NodeId = 'user:c'
const d: NodeId = 'space:d'

const build = () =>
  rowsOf(
    [a, b, c, d],
    [
      ['link', a, b],
      ['link', b, c],
      ['owns', c, a],
      ['link', d, a],
    ],
  )

const idsIn = (rows: Rows, { nodes }: Scene) =>
  [...nodes.row].map((row) => rows.nodes[row]?.entity.id).sort()
const linesIn = (rows: Rows, { nodes, lines }: Scene) =>
  [...lines.row]
    .map((_row, at) => {
      const end = (place: number | undefined) =>
        rows.nodes[nodes.row[place ?? 0] ?? 0]?.entity.key ?? '?'
      return `${end(lines.from[at])}>${end(lines.to[at])}`
    })
    .sort()
const lookOf = (rows: Rows, scene: Scene, id: NodeId) => {
  const at = [...scene.nodes.row].findIndex((row) => rows.nodes[row]?.entity.id === id)
  return scene.nodeLooks[scene.nodes.look[at] ?? 0]
}

describe('what is drawn of a large graph', () => {
  it('is all of it where nothing was said', () => {
    const rows = build()
    const scene = sceneOf(rows)
    expect(idsIn(rows, scene)).toEqual([a, b, d, c].sort())
    expect(linesIn(rows, scene)).toEqual(['a>b', 'b>c', 'c>a', 'd>a'])
  })

  it('leaves out hidden nodes with their lines, and hidden relation names', () => {
    const rows = build()
    const said = { hiddenNodes: new Set([b]), hiddenRelations: new Set(['owns']) }
    const scene = sceneOf(rows, said)
    expect(idsIn(rows, scene)).not.toContain(b)
    expect(linesIn(rows, scene)).toEqual(['d>a'])
  })

  it('is only what is near where a neighbourhood is asked for', () => {
    const rows = build()
    expect(idsIn(rows, sceneOf(rows, { within: new Set([a, d]) }))).toEqual([a, d].sort())
  })

  it('hides what does not match, or fades it', () => {
    const rows = build()
    const match = { nodes: new Set([a, b]), edges: new Set([relationOf('link', a, b).id]) }
    const hidden = sceneOf(rows, { match: { ...match, mode: 'hide' } })
    expect(linesIn(rows, hidden)).toEqual(['a>b'])
    const dimmed = sceneOf(rows, { match: { ...match, mode: 'dim' } })
    expect(linesIn(rows, dimmed)).toHaveLength(4)
    expect(lookOf(rows, dimmed, c)?.opacity).toBeLessThan(0.3)
    expect(lookOf(rows, dimmed, a)?.opacity).toBe(1)
  })

  it('draws a folded group at what stands for it, and the lines of its others there', () => {
    const group: NodeId[] = ['content:1', 'content:2', 'content:3']
    const rows = rowsOf(
      [a, b, ...group],
      [
        ['link', 'content:1', 'content:2'],
        ['link', 'content:1', a],
        ['owns', 'content:2', b],
      ],
    )
    const fold = {
      kind: 'group',
      key: 'k',
      shown: 'content:1',
      nodes: group,
      name: 'Docs',
    } as const
    const scene = sceneOf(rows, { folds: [fold] })
    expect(idsIn(rows, scene)).toEqual([a, b, 'content:1'].sort())
    expect(linesIn(rows, scene)).toEqual(['1>a', '1>b'])
    expect(scene.captions.map(([, text]) => text)).toEqual(['Docs: 3'])
    expect(lookOf(rows, scene, 'content:1')?.isStack).toBe(true)
  })

  it('draws what stands out over what does not', () => {
    const rows = build()
    const scene = sceneOf(rows, { selection: { nodes: [a], edges: [] } })
    expect(rows.nodes[scene.nodes.row.at(-1) ?? 0]?.entity.id).toBe(a)
    expect(Math.max(...scene.nodes.rank)).toBe(Infinity)
  })

  it('groups nodes and lines by look', () => {
    const rows = build()
    const { nodes, lines } = sceneOf(rows)
    for (const look of [nodes.look, lines.look]) {
      const runs = look.filter((value, at) => at === 0 || value !== look[at - 1])
      expect(new Set(runs).size).toBe(runs.length)
    }
  })

  it('tells every kind of line and node apart without colour alone', () => {
    const rows = build()
    const leaving = new Set([relationOf('link', b, c).id])
    const ghost = relationOf('explains', a, d)
    rows.addGhost(ghost)
    const scene = sceneOf(rows, {
      ghosts: [ghost],
      leaving,
      pinned: new Set([b]),
      starts: new Set([a]),
      knowledge: new Map([[c, 'forbidden']]),
    })
    expect(
      new Set(scene.lineLooks.map(({ stroke }) => `${stroke.line} ${stroke.width}`)).size,
    ).toBe(3)
    expect(scene.names.map(([, name]) => name)).toEqual(['explains'])
    expect(lookOf(rows, scene, b)?.border.line).toBe('double')
    expect(lookOf(rows, scene, a)?.border.width).toBe(3)
    expect(lookOf(rows, scene, c)?.badge).not.toBeNull()
  })

  it('bends lines between the same two nodes apart', () => {
    const rows = rowsOf(
      [a, b],
      [
        ['link', a, b],
        ['owns', a, b],
        ['link', b, a],
      ],
    )
    const { lines } = sceneOf(rows)
    // Seen from one side: a line to and one fro that bend alike would lie on each other.
    const sides = [...lines.bend].map((bend, at) =>
      (lines.from[at] ?? 0) < (lines.to[at] ?? 0) ? bend : -bend,
    )
    expect(new Set(sides).size).toBe(3)
  })
})
