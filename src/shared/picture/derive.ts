import { filterGraph, isFiltering } from '../filter'
import { type Graph, type NodeId, nodesWithin } from '../graph'
import type { NodeStates } from '../crawl'
import { createBackbone } from './backbone'
import type { Choices } from './choices'
import { criteriaOf } from './criteria'
import { type Fold, foldsOf } from './fold'
import { foldOptions } from './fold-options'
import type { GroupOf } from './groups'
import { lastOf } from './last-of'
import { foldingAt, groupsAt, levelOf } from './levels'
import type { Matching, Picture } from './picture'
import type { Importance } from './measure'
import { tintsOf } from './tints'

/** What is known and being asked, as the crawl has it. */
export type Known = {
  readonly states: NodeStates
  readonly expanding: ReadonlySet<NodeId>
}

/** What a picture is made from. */
export type Said = {
  readonly graph: Graph
  readonly view: Choices
  readonly known: Known
  readonly groups: GroupOf
  /** Communities, and how important each node is, where they are asked for and have been found. */
  readonly communities: GroupOf
  readonly importance: Importance
}

/**
 * Makes a picture of what was said. It keeps each step's last result, so what rests on nothing new
 * is the same value as before: who follows a picture can tell by that what has changed.
 */
export function createDerivation(now: () => number): (said: Said) => Picture {
  const within = lastOf((graph: Graph, near: Choices['near']) =>
    near === null ? null : nodesWithin(graph, near.centres, near.steps),
  )
  const match = lastOf(matchOf)
  const folds = lastOf(foldsIn)
  const leveled = lastOf(groupsAt)
  const foldingOf = lastOf(foldingAt)
  const ghosts = lastOf((own: Choices['ghosts'], drafted: Choices['ghosts']) => [
    ...own,
    ...drafted,
  ])
  const leaving = lastOf(
    (own: Choices['leaving'], drafted: Choices['leaving']) => new Set([...own, ...drafted]),
  )
  const tints = lastOf(
    (graph: Graph, by: Choices['colourBy'], states: Known['states'], communities: GroupOf) =>
      tintsOf(graph, by, { states, communities, now: now() }),
  )
  const weak = createBackbone()
  return ({ graph, view, known, groups, communities, importance }) => {
    const near = within(graph, view.near)
    const { filter, hiddenRelations, onlyState, hiddenNodes, starts, pinned } = view
    const matching = match(graph, filter, hiddenRelations, onlyState, known.states)
    const level = levelOf(view)
    const atLevel = leveled(graph, level)
    const isFolded = level !== 'pages'
    return {
      hiddenNodes,
      hiddenRelations,
      within: near,
      match: matching,
      folds: folds(
        graph,
        isFolded ? foldingOf(view.folding, atLevel) : view.folding,
        // By the zoom nobody stands beside a shape: whoever wants one goes nearer.
        isFolded && view.levels === 'zoom' ? nobody : view.kept,
        starts,
        pinned,
        hiddenNodes,
        hiddenRelations,
        isFolded ? atLevel : groups,
        near,
        matching?.mode === 'hide' ? matching.nodes : null,
      ),
      groups,
      level,
      ghosts: ghosts(view.ghosts, view.drafted.ghosts),
      leaving: leaving(view.leaving, view.drafted.leaving),
      tints: tints(
        graph,
        view.colourBy,
        view.colourBy === 'knowledge' ? known.states : unasked,
        communities,
      ),
      importance: view.sizeBy === 'importance' ? importance : null,
      weak: weak(graph, view.backbone),
      isDense: graph.edges.size > dense,
      pinned,
      starts,
      compared: view.compared,
      knowledge: known.states,
      selection: view.selection,
      path: view.path,
      asking: known.expanding,
    }
  }
}

/** What is known changes all the time, and only its own colours rest on it. */
const unasked: Known['states'] = new Map()

/** From so many relations on they are drawn thin. */
const dense = 1500

function matchOf(
  graph: Graph,
  filter: Choices['filter'],
  hiddenRelations: Choices['hiddenRelations'],
  onlyState: Choices['onlyState'],
  states: Known['states'],
): Matching | null {
  const criteria = criteriaOf({ filter, hiddenRelations, onlyState }, states)
  return isFiltering(criteria) ? { ...filterGraph(graph, criteria), mode: filter.mode } : null
}

const nobody: Choices['kept'] = new Set()
const nothingFolded: readonly Fold[] = []

function foldsIn(
  graph: Graph,
  folding: Choices['folding'],
  kept: Choices['kept'],
  starts: Choices['starts'],
  pinned: Choices['pinned'],
  hiddenNodes: Choices['hiddenNodes'],
  hiddenRelations: Choices['hiddenRelations'],
  groups: GroupOf,
  ...among: readonly (Picture['within'] | null)[]
): readonly Fold[] {
  const choices = { folding, kept, starts, pinned, hiddenNodes, hiddenRelations }
  const folds = foldsOf(graph, foldOptions(choices, groups, among))
  return folds.length === 0 ? nothingFolded : folds
}
