import { describe, expect, it } from 'vitest'
import { emptyGraph, edgeId, merge, type NodeId, relationOf } from '@shared/graph'
import { makeScene, toSvg } from '@shared/scene'
import { boxOfEdge, boxOfNode } from '../../../../../src/shared/scene/scene-box'
import { tintsOf } from '../../../../../src/shared/picture/tints'
import { options, page, triangle } from './scene-fixture'

const { picture } = options(triangle())
const idsIn = (scene: ReturnType<typeof makeScene>) => scene.nodes.map(({ id }) => id)

describe('a scene', () => {
  it('holds each node at its place and each relation from rim to rim', () => {
    const scene = makeScene(options(triangle()))
    expect(scene.nodes.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['content:1', 0, 0],
      ['content:2', 200, 50],
      ['content:3', 400, 0],
    ])
    const line = scene.edges.find(({ id }) => id === edgeId('link', 'content:2', 'content:3'))
    const [from] = line?.path ?? []
    expect(from?.[0]).toBe('M')
    // It leaves the node's box, and does not begin in the middle of it.
    expect(Math.abs(Number(from?.[1]) - 200)).toBeGreaterThan(10)
    expect(line?.arrow).toHaveLength(4)
  })

  it('parts relations between the same two nodes', () => {
    const scene = makeScene(options(triangle()))
    const pair = scene.edges.filter(
      ({ id }) => id.includes('content:1') && id.includes('content:2'),
    )
    expect(pair.map(({ path }) => path[1]?.[0])).toEqual(['C', 'C'])
    const [one, two] = pair.map(({ path }) => Number(path[1]?.[2]))
    expect(Math.abs((one ?? 0) - (two ?? 0))).toBeGreaterThan(10)
  })

  it('has all of itself in its box, legend and all', () => {
    const { box, graphBox, nodes, edges, caption } = makeScene(options(triangle()))
    for (const part of [...nodes.map(boxOfNode), ...edges.map(boxOfEdge)]) {
      expect(part.x).toBeGreaterThanOrEqual(graphBox.x)
      expect(part.y).toBeGreaterThanOrEqual(graphBox.y)
      expect(part.x + part.width).toBeLessThanOrEqual(graphBox.x + graphBox.width)
      expect(part.y + part.height).toBeLessThanOrEqual(graphBox.y + graphBox.height)
    }
    const words = caption.flatMap((item) => (item.kind === 'text' ? [item] : []))
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Relations', 'Content', 'link', 'needs']),
    )
    for (const { y } of words) {
      expect(y).toBeGreaterThan(graphBox.y + graphBox.height)
      expect(y).toBeLessThan(box.y + box.height)
    }
  })

  it('leaves out what is hidden, filtered away or too far', () => {
    const without = (more: Partial<typeof picture>) =>
      makeScene(options(triangle(), { picture: { ...picture, ...more } }))
    expect(idsIn(without({ hiddenNodes: new Set<NodeId>(['content:3']) }))).toHaveLength(2)
    expect(idsIn(without({ within: new Set<NodeId>(['content:1']) }))).toEqual(['content:1'])
    expect(without({ hiddenRelations: new Set(['link']) }).edges).toHaveLength(1)
    const match = { nodes: new Set<NodeId>(['content:1']), edges: new Set<never>() }
    expect(idsIn(without({ match: { ...match, mode: 'hide' } }))).toEqual(['content:1'])
    const dimmed = without({ match: { ...match, mode: 'dim' } })
    expect(dimmed.nodes.map(({ look }) => look.opacity < 0.5)).toEqual([false, true, true])
  })

  it('shows a draft as the canvas does: dashed with its name, and dotted what would go', () => {
    const ghost = relationOf('needs', 'content:1', 'content:3')
    const gone = edgeId('link', 'content:2', 'content:3')
    const { edges } = makeScene(
      options(triangle(), { picture: { ...picture, ghosts: [ghost], leaving: new Set([gone]) } }),
    )
    const lookOf = (id: string) => edges.find((edge) => edge.id === id)
    expect(lookOf(ghost.id)).toMatchObject({
      look: { stroke: { line: 'dashed' } },
      label: { lines: ['needs'] },
    })
    expect(lookOf(gone)?.look).toMatchObject({ stroke: { line: 'dotted' }, opacity: 0.5 })
  })

  it('draws one for many, and says for how many', () => {
    const leaves = ['4', '5', '6'].map((key) => page(key))
    const { graph } = merge(triangle(), {
      entities: leaves,
      relations: leaves.map(({ id }) => relationOf('link', 'content:1', id)),
    })
    const nodes = leaves.map(({ id }) => id)
    const fold = {
      kind: 'leaves' as const,
      key: 'k',
      shown: 'content:4' as const,
      nodes,
      relation: 'link',
    }
    const scene = makeScene(options(graph, { picture: { ...picture, folds: [fold] } }))
    expect(idsIn(scene)).toEqual(['content:1', 'content:2', 'content:3', 'content:4'])
    expect(scene.nodes[3]).toMatchObject({
      label: { lines: ['3 × link'] },
      look: { isStack: true },
    })
  })

  it('draws a folded group as one node, with its relations to others at it', () => {
    const nodes = ['content:1', 'content:2'] as const
    const fold = {
      kind: 'group' as const,
      key: 'g',
      name: 'Docs',
      shown: 'content:1' as const,
      nodes,
    }
    const scene = makeScene(options(triangle(), { picture: { ...picture, folds: [fold] } }))
    expect(idsIn(scene)).toEqual(['content:1', 'content:3'])
    expect(scene.nodes[0]?.label?.lines).toEqual(['Docs: 2'])
    expect(scene.edges.map(({ id }) => id)).toEqual([
      edgeId('link', 'content:2', 'content:3'),
      edgeId('link', 'content:3', 'content:1'),
    ])
  })

  it('draws a hull round each group, named as it is told', () => {
    const group = { key: 'docs', name: 'Docs' }
    const groups = new Map([
      ['content:1' as const, group],
      ['content:2' as const, group],
    ])
    const naming = { ...options(triangle()).naming, group: () => 'Group of Page 1' }
    const scene = makeScene(options(triangle(), { naming, picture: { ...picture, groups } }))
    expect(scene.hulls.map(({ label }) => label.lines)).toEqual([['Group of Page 1 (2)']])
    expect(toSvg(scene)).toContain('Group of Page 1 (2)')
    expect(JSON.stringify(scene)).not.toContain('Docs')
  })

  it('takes the selection with the ends of its relations, or what is in view', () => {
    const link = edgeId('link', 'content:2', 'content:3')
    const selection = makeScene(
      options(triangle(), { taken: { kind: 'selection', nodes: [], edges: [link] } }),
    )
    expect(idsIn(selection)).toEqual(['content:2', 'content:3'])
    expect(selection.edges.map(({ id }) => id)).toEqual([link])
    const box = { x: -50, y: -50, width: 100, height: 100 }
    const view = makeScene(options(triangle(), { taken: { kind: 'view', box } }))
    expect(idsIn(view)).toEqual(['content:1'])
    expect(view.graphBox).toEqual(box)
  })

  it('wears a sign for what is not known, and none where all is', () => {
    const states = new Map([
      ['content:1' as const, 'forbidden' as const],
      ['content:2' as const, 'complete' as const],
    ])
    const badges = makeScene(
      options(triangle(), { picture: { ...picture, knowledge: states } }),
    ).nodes.map(({ look }) => look.badge?.size ?? 0)
    expect(badges).toEqual([15, 0, 12])
  })

  it('calls things as it is told, in labels and legend alike', () => {
    const naming = {
      title: () => 'Page X',
      relation: () => 'relation-1',
      group: () => 'Group',
      tint: () => 'Space 7',
    }
    const tints = tintsOf(triangle(), 'section')
    const list = [
      { key: 'DOC', name: 'Page 1', of: { space: 'DOC' }, tint: 2, nodes: ['content:1' as const] },
    ]
    const tinted = { ...picture, tints: { list, of: tints?.of ?? new Map() } }
    const scene = makeScene(options(triangle(), { naming, picture: tinted }))
    const text = JSON.stringify([scene.caption, scene.nodes.map(({ label }) => label)])
    expect(text).toContain('Page X')
    expect(text).toContain('relation-1')
    expect(text).toContain('Space 7')
    expect(text).not.toMatch(/Page [123]|link|needs/)
  })

  it('gives labels that do not lie over each other, and larger ones to small pictures', () => {
    const entities = Array.from({ length: 60 }, (_, at) => page(String(at)))
    const { graph } = merge(emptyGraph, { entities, relations: [] })
    const positions = new Map(entities.map(({ id }, at) => [id, { x: at * 30, y: 0 }]))
    const labelled = (scale: number) =>
      makeScene(options(graph, { positions, size: { kind: 'scale', value: scale } })).nodes.flatMap(
        ({ label }) => label ?? [],
      )
    const worn = labelled(1)
    const tooNear = worn.filter(({ at }, n) =>
      worn.some((other, m) => m > n && other.at.y === at.y && Math.abs(other.at.x - at.x) < 40),
    )
    expect(tooNear).toEqual([])
    expect(worn.length).toBeGreaterThan(40)
    expect(labelled(0.25).length).toBeLessThan(labelled(1).length)
    expect(labelled(0.25)[0]?.size).toBe(48)
  })

  it('gives things of one look one look, so that they are drawn in one go', () => {
    const entities = Array.from({ length: 50 }, (_, at) => page(String(at)))
    const { nodes } = makeScene(options(merge(emptyGraph, { entities, relations: [] }).graph))
    expect(new Set(nodes.map(({ look }) => look)).size).toBe(1)
  })

  it('is a picture of nothing where nothing is drawn', () => {
    const { nodes, box } = makeScene(options(emptyGraph))
    expect(nodes).toEqual([])
    expect(box.width).toBeGreaterThan(0)
  })
})
