import { describe, expect, it } from 'vitest'
import { compareGraphs, type Entity, type Relation, relationOf } from '@shared/graph'
import { differenceOf } from '../../../../../src/features/workspace/difference'
import { emptyPicture } from '../../../../../src/shared/picture/picture'
import { rulesOf } from '../../../../../src/shared/picture/rules'
import { edgeStateOf, nodeStateOf } from '../../../../../src/shared/picture/states'

const page = (key: string) => ({
  id: `content:${key}` as const,
  type: 'content' as const,
  key,
  title: `Page ${key}`,
  status: 'current',
  completeness: 'complete' as const,
})
const [a, b, c, d] = [page('1'), page('2'), page('3'), page('4')]
const old = relationOf('needs', b.id, c.id)
const fresh = relationOf('owns', a.id, b.id)
const drafted = relationOf('owns', b.id, c.id)

const side = (...edges: Relation[]) => ({
  nodes: [a, b, c, d],
  edges: edges.map(({ id, relation, source, target }) => ({ id, relation, source, target })),
  completeness: [],
})
const compared = differenceOf(compareGraphs(side(old), side(old, fresh)))

describe('what is drawn of a comparison', () => {
  const rules = rulesOf({ ...emptyPicture, compared, ghosts: [drafted] })
  const isFaded = (node: Entity) => nodeStateOf(rules.nodeState(node)).faded

  it('fades what is the same, and neither what differs nor its ends', () => {
    expect([a, b, c, d].map(isFaded)).toEqual([false, false, true, true])
    expect(edgeStateOf(rules.edgeState(old)).faded).toBe(true)
    expect(edgeStateOf(rules.edgeState(fresh)).faded).toBe(false)
  })

  it('leaves a draft as it is', () => {
    expect(edgeStateOf(rules.edgeState(drafted)).faded).toBe(false)
  })
})

describe('a path that is chosen', () => {
  const path = { from: a.id, to: c.id }
  const along = { nodes: [a.id, b.id, c.id], edges: [fresh.id, old.id] }
  const dimmed = (picture: Partial<typeof emptyPicture>) => {
    const rules = rulesOf({ ...emptyPicture, ...picture })
    return {
      nodes: [a, b, c, d].map((node) => nodeStateOf(rules.nodeState(node)).dimmed),
      edges: [fresh, old, drafted].map((one) => edgeStateOf(rules.edgeState(one)).dimmed),
    }
  }

  it('dims all but itself', () => {
    expect(dimmed({ path, selection: along })).toEqual({
      nodes: [false, false, false, true],
      edges: [false, false, true],
    })
  })

  it.each([
    ['none is looked for', { path: null, selection: along }],
    ['its end is not chosen', { path: { from: a.id, to: null }, selection: along }],
    ['something else is selected', { path, selection: { nodes: [a.id], edges: [fresh.id] } }],
    ['only its ends are selected', { path, selection: { nodes: [a.id, c.id], edges: [] } }],
  ])('dims nothing where %s', (_, picture) => {
    expect(dimmed(picture)).toEqual({
      nodes: [false, false, false, false],
      edges: [false, false, false],
    })
  })
})
