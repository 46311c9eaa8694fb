import { emptyGraph, type Entity, type Graph, merge, relationOf } from '@shared/graph'
import { emptyPicture, plainNaming } from '@shared/picture'
import { relationLooks } from '../../../../../src/shared/picture/relation-colours'
import type { SceneOptions } from '../../../../../src/shared/scene/options'

export const page = (key: string, more: Partial<Entity> = {}): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title: `Page ${key}`,
  status: 'current',
  subtype: 'page',
  ...more,
})

/** A triangle of pages with one relation more each way between the first two. */
export const triangle = (): Graph =>
  merge(emptyGraph, {
    entities: [page('1'), page('2'), page('3')],
    relations: [
      relationOf('link', 'content:1', 'content:2'),
      relationOf('needs', 'content:2', 'content:1'),
      relationOf('link', 'content:2', 'content:3'),
      relationOf('link', 'content:3', 'content:1'),
    ],
  }).graph

export function options(graph: Graph, more: Partial<SceneOptions> = {}): SceneOptions {
  const ids = [...graph.nodes.keys()]
  return {
    graph,
    positions: new Map(
      ids.map((id, at) => [
        id,
        { x: (at % 40) * 200, y: Math.floor(at / 40) * 200 + (at % 2) * 50 },
      ]),
    ),
    looks: relationLooks(['link', 'needs'], [], 'light'),
    theme: 'light',
    picture: { ...emptyPicture, knowledge: new Map(ids.map((id) => [id, 'complete'])) },
    taken: { kind: 'whole' },
    naming: plainNaming,
    title: 'Relations',
    facts: () => ['Source: here.', 'Today.'],
    size: { kind: 'scale', value: 1 },
    ...more,
  }
}
