import { describe, expect, it } from 'vitest'
import { edgeId, emptyGraph, merge, type NodeId, relationOf } from '@shared/graph'
import { emptyPicture, type Picture, type Pointed } from '../../../../../src/features/picture'
import { type Drawn, drawnCytoscape, drawnScene, drawnVast, entity } from './drawings'

const [a, b, c]: [NodeId, NodeId, NodeId] = ['content:a', 'content:b', 'content:c']
const [person, space]: [NodeId, NodeId] = ['user:p', 'space:s']
const [post, board, old, lost]: [NodeId, NodeId, NodeId, NodeId] = [
  'content:post',
  'content:board',
  'content:old',
  'content:lost',
]
const gone = entity('content:gone')

const entities = [
  ...[a, b, c, person, space].map((id) => entity(id)),
  entity(post, { subtype: 'blogpost' }),
  entity(board, { subtype: 'whiteboard' }),
  entity(old, { status: 'archived' }),
  entity(lost, { status: 'missing' }),
]
const relations = [
  relationOf('link', a, b),
  relationOf('needs', a, c),
  relationOf('link', b, person),
  relationOf('link', person, space),
  relationOf('link', post, board),
  relationOf('needs', old, lost),
]
const ab = edgeId('link', a, b)
const ac = edgeId('needs', a, c)

const graphOf = (...more: ReturnType<typeof relationOf>[]) =>
  merge(emptyGraph, { entities, relations: [...relations, ...more] }).graph
const graph = graphOf()

/** Places from which no line is level or upright: a mirrored picture is another. */
const places = new Map(
  [...entities, gone].map(({ id }, at) => [id, { x: at * 210 - at * at * 9, y: at * 90 - 40 }]),
)

const drawn = (picture: Partial<Picture> = {}, more: Partial<Drawn> = {}): Drawn => ({
  graph,
  places,
  picture: { ...emptyPicture, ...picture },
  ...more,
})

const compared = {
  added: new Set<string>([a, ab]),
  changed: new Set<string>([b]),
  goneNodes: [gone],
  goneEdges: [relationOf('link', gone.id, a)],
  ends: new Set<NodeId>([a, b, gone.id]),
}
const match = {
  nodes: new Set<NodeId>([a, b, person]),
  edges: new Set([ab]),
}
const near: Pointed['near'] = {
  nodes: new Set<NodeId>([a, b, c]),
  edges: new Set([ab, ac]),
  dimsRest: true,
}
const leaves = {
  kind: 'leaves',
  key: 'l',
  shown: c,
  nodes: [c, space],
  relation: 'needs',
} as const
const group = { kind: 'group', key: 'g', shown: a, nodes: [a, b], name: 'Docs' } as const
const bundle = { kind: 'relations', key: 'r', shown: ab, edges: [ab, ac] } as const

/** What every drawing shows, and what a file leaves to the screen. */
const everywhere: Readonly<Record<string, Partial<Picture>>> = {
  plain: {},
  faded: { match: { ...match, mode: 'dim' } },
  'filtered away': { match: { ...match, mode: 'hide' } },
  hidden: { hiddenNodes: new Set([b]), hiddenRelations: new Set(['needs']) },
  'out of focus': { within: new Set([a, b]) },
  leaving: { leaving: new Set([ab]) },
  ghost: { ghosts: [relationOf('needs', b, c)] },
  compared: { compared },
  'compared and faded': { compared, match: { ...match, edges: new Set(), mode: 'dim' } },
  'compared and filtered': { compared, match: { ...match, mode: 'hide' } },
  'a ghost, filtered': {
    ghosts: [relationOf('needs', a, b)],
    match: { ...match, mode: 'hide' },
  },
  'leaves folded': { folds: [leaves] },
  'a group folded': { folds: [group] },
  'relations folded': { folds: [bundle] },
  ...Object.fromEntries(
    ([1, 2, 3, 4] as const).map((share) => [
      `relations between groups, ${share} of 4`,
      { folds: [{ ...bundle, share }] },
    ]),
  ),
  pinned: { pinned: new Set([a]) },
  start: { starts: new Set([a]) },
  coloured: {
    tints: {
      list: [],
      of: new Map([
        [a, 2],
        [b, 3],
        [lost, 4],
      ]),
    },
  },
  'large by importance': {
    importance: new Map([
      [a, 1],
      [b, 0.2],
    ]),
  },
  'pinned and start': { pinned: new Set([a]), starts: new Set([a]) },
  known: {
    knowledge: new Map([
      [a, 'complete'],
      [b, 'forbidden'],
      [c, 'cut'],
    ]),
  },
}
const onScreen: Readonly<Record<string, { picture?: Partial<Picture>; pointed?: Pointed }>> = {
  selected: { picture: { selection: { nodes: [a], edges: [ab] } } },
  'selected and faded': {
    picture: { selection: { nodes: [c], edges: [ac] }, match: { ...match, mode: 'dim' } },
  },
  'selected and folded': {
    picture: { selection: { nodes: [a, b], edges: [ab, ac] }, folds: [bundle] },
  },
  asking: { picture: { asking: new Set([a]) } },
  hovered: { pointed: { aim: null, near } },
  'hovered, with too much to dim': { pointed: { aim: null, near: { ...near, dimsRest: false } } },
  'aimed at': { pointed: { aim: b, near: null } },
}

describe('one picture', () => {
  it.each(Object.entries(everywhere))('is the same in every drawing: %s', (_, picture) => {
    const vast = drawnVast(drawn(picture))
    expect(vast.nodes.size).toBeGreaterThan(1)
    expect(drawnCytoscape(drawn(picture))).toEqual(vast)
    expect(drawnScene(drawn(picture))).toEqual(vast)
  })

  it.each(Object.entries(onScreen))(
    'is the same on both canvases, and in a file as if it were not: %s',
    (_, { picture = {}, pointed }) => {
      const said = drawn(picture, pointed === undefined ? {} : { pointed })
      const vast = drawnVast(said)
      expect(drawnCytoscape(said)).toEqual(vast)
      const { selection, asking } = emptyPicture
      const unseen = drawnVast(drawn({ ...picture, selection, asking }))
      expect(vast).not.toEqual(unseen)
      expect(drawnScene(said)).toEqual(unseen)
    },
  )

  it('shows each state as another', () => {
    const all = [
      ...Object.values(everywhere).map((picture) => drawnVast(drawn(picture))),
      ...Object.values(onScreen).map(({ picture, pointed }) =>
        drawnVast(drawn(picture, pointed === undefined ? {} : { pointed })),
      ),
    ]
    const told = all.map(({ nodes, lines }) => JSON.stringify([[...nodes], [...lines]]))
    expect(new Set(told).size).toBe(told.length)
  })

  it.each([
    ['two the same way', [relationOf('needs', a, b)]],
    ['to and fro', [relationOf('link', b, a)]],
    ['three, one of them back', [relationOf('needs', a, b), relationOf('link', b, a)]],
    ['four', ['x', 'y', 'z'].map((name) => relationOf(name, b, a))],
    ['one to itself', [relationOf('link', a, a)]],
    ['three to itself', ['x', 'y', 'z'].map((name) => relationOf(name, c, c))],
  ])('parts the lines between the same nodes alike: %s', (_, more) => {
    const said = drawn({}, { graph: graphOf(...more) })
    const vast = drawnVast(said)
    expect(drawnCytoscape(said)).toEqual(vast)
    expect(drawnScene(said)).toEqual(vast)
    const own = [ab, ...more.map(({ id }) => id)].map((id) => vast.lines.get(id)?.handles.join())
    expect(new Set(own).size).toBe(own.length)
  })

  it('parts only the lines that are drawn', () => {
    const said = drawn(
      { hiddenRelations: new Set(['needs']) },
      { graph: graphOf(relationOf('needs', a, b)) },
    )
    expect(drawnVast(said).lines.get(ab)?.handles).toEqual([])
    expect(drawnCytoscape(said)).toEqual(drawnVast(said))
    expect(drawnScene(said)).toEqual(drawnVast(said))
  })

  it('leads from a folded group to others, and parts those lines too', () => {
    const said = drawn(
      { folds: [group] },
      { graph: graphOf(relationOf('needs', b, c), relationOf('link', c, b)) },
    )
    const vast = drawnVast(said)
    expect([...vast.lines.values()].filter(({ ends }) => ends.includes(c))).toHaveLength(3)
    expect(drawnCytoscape(said)).toEqual(vast)
    expect(drawnScene(said)).toEqual(vast)
  })
})
