import type { Level } from '../edit'
import { type Graph, type NodeId, spaceKeyOf } from '../graph'
import type { Choices, Folding } from './choices'
import { type GroupOf, groupFoldKey, type PlaceGrouping, placeGroups } from './groups'
import { sectionsIn } from './sections'

type Chosen = Pick<Choices, 'levels' | 'room' | 'drawsAll' | 'path' | 'compared'>

/**
 * What is drawn: as a person holds it, or what the zoom has room for. Paths and differences are of
 * pages.
 */
export function levelOf({ levels, room, drawsAll, path, compared }: Chosen): Level {
  if (drawsAll || compared !== null || (path?.to ?? null) !== null) return 'pages'
  return levels === 'zoom' ? room : levels
}

const groupings = { sections: 'section', spaces: 'space' } as const satisfies Record<
  Exclude<Level, 'pages'>,
  PlaceGrouping
>

/** Who is drawn as one at a level. */
export const groupsAt = (graph: Graph, level: Level): GroupOf =>
  level === 'pages' ? new Map() : placeGroups(graph, groupings[level])

/** All groups of a level are folded, but for those that were unfolded by hand. */
export function foldingAt(folding: Folding, groups: GroupOf): Folding {
  const keys = new Set([...groups.values()].map(groupFoldKey))
  return {
    ...folding,
    closed: new Set([...folding.closed, ...[...keys].filter((key) => !folding.opened.has(key))]),
  }
}

/** A graph of fewer nodes is read node by node. */
export const fewestForLevels = 200

/** How many shapes there are at each level, and the part of the picture they share, square px. */
export type Crowd = {
  readonly area: number
  readonly pages: number
  readonly sections: number
  readonly spaces: number
}

/** How many shapes there are at each level, but for the small ones that hardly any node is in. */
export function shapesIn(
  graph: Graph,
  isDrawn: (id: NodeId) => boolean,
): Omit<Crowd, 'area' | 'pages'> {
  const tops = sectionsIn(graph)
  const [sections, spaces] = [new Map<string, number>(), new Map<string, number>()]
  const count = (sizes: Map<string, number>, key: string) =>
    void sizes.set(key, (sizes.get(key) ?? 0) + 1)
  for (const entity of graph.nodes.values()) {
    if (!isDrawn(entity.id)) continue
    const space = spaceKeyOf(entity) ?? entity.type
    count(spaces, space)
    count(sections, tops.get(entity.id) ?? space)
  }
  return { sections: mostOf([...sections.values()]), spaces: mostOf([...spaces.values()]) }
}

/** The nodes that count: shapes of the others may lie close, for nobody looks there first. */
const counted = 0.9

/** How many of the largest have most of all nodes. */
function mostOf(sizes: readonly number[]): number {
  const wanted = sizes.reduce((sum, size) => sum + size, 0) * counted
  let sum = 0
  const sorted = [...sizes].sort((a, b) => b - a)
  const last = sorted.findIndex((size) => (sum += size) >= wanted)
  return last + 1
}

/** Px of the screen, across, that each shape of a level needs to be read. */
const needed = { pages: 15, sections: 48 } as const
/** Between two levels the one that is drawn stays, so that no small turn of the wheel flickers. */
const slack = 1.2

/** The level that has room on the screen at a zoom: pages, else sections, else spaces. */
export function levelFor(crowd: Crowd, zoom: number, now: Level): Level {
  if (crowd.pages < fewestForLevels) return 'pages'
  const across = (shapes: number) => Math.sqrt(crowd.area / Math.max(shapes, 1)) * zoom
  const has = (level: 'pages' | 'sections', isFiner: boolean) =>
    across(crowd[level]) >= needed[level] * (isFiner ? slack : 1)
  if (has('pages', now !== 'pages')) return 'pages'
  // A level that hardly has fewer shapes than the finer one tells nothing that it does not.
  const [isSections, isSpaces] = [
    crowd.sections * fewerBy <= crowd.pages && crowd.sections > 1,
    crowd.spaces * fewerBy <= crowd.pages && crowd.spaces > 1 && crowd.spaces < crowd.sections,
  ]
  if (isSections && (!isSpaces || has('sections', now === 'spaces'))) return 'sections'
  return isSpaces ? 'spaces' : 'pages'
}

const fewerBy = 4
