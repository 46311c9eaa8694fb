/** The graph without a picture: reading, merging, filtering, folding, searching. */
import { facetsOf, filterGraph, noFilter } from '@shared/filter'
import { type Batch, emptyGraph, type Graph, merge, type NodeId, nodesWithin } from '@shared/graph'
import { findNodes } from '../../src/features/graph/find-nodes'
import { placeNewNodes, type Point } from '../../src/shared/layout/place-new-nodes'
import { settleNewNodes } from '../../src/shared/layout/settle-new-nodes'
import { foldsOf } from '../../src/shared/picture/fold'
import { firstChoices } from '../../src/shared/picture/choices'
import type { Context } from '../context'
import { createGrowth } from '../graphs/scale-free'
import { asTime, type Section, verdict } from '../report/section'
import { quantile } from '../report/statistics'

type Work = {
  readonly what: string
  readonly run: (round: number) => unknown
  readonly rounds: number
}

const criteria = {
  filter: noFilter,
  hiddenRelations: new Set<string>(),
  onlyState: null,
  stateOf: () => 'complete' as const,
}
const folding = {
  ...firstChoices.folding,
  isDrawn: () => true,
  isNamed: () => true,
  kept: new Set<NodeId>(),
  groups: [],
}
const words = [
  'release',
  'review 12',
  'überblick',
  'Contract decision',
  '100',
  'nothing of the kind',
]
const perBatch = 50

type Asked = { readonly graph: Graph; readonly all: Batch; readonly batches: readonly Batch[] }

/** Everything that a page does with the model, each as often as gives a 95th percentile. */
function worksOn({ graph, all, batches }: Asked): Work[] {
  const [first] = graph.nodes.keys()
  const filtered = (part: Partial<typeof noFilter>) => ({
    ...criteria,
    filter: { ...noFilter, ...part },
  })
  return [
    {
      what: 'loading: a batch of all into an empty graph',
      rounds: 9,
      run: () => merge(emptyGraph, all),
    },
    {
      what: `merging ${perBatch} nodes more`,
      rounds: batches.length,
      run: merging(graph, batches),
    },
    {
      what: 'filter: words',
      rounds: 40,
      run: (round) => filterGraph(graph, filtered({ text: words[round % words.length] ?? '' })),
    },
    {
      what: 'filter: type, person, day and degree',
      rounds: 40,
      run: (round) =>
        filterGraph(
          graph,
          filtered({
            offTypes: ['user'],
            offPeople: [`p${round % 40}`],
            days: { from: 19_800 + round, to: 20_100 },
            minDegree: 2,
          }),
        ),
    },
    { what: 'counts of all filter values', rounds: 20, run: () => facetsOf(graph, criteria) },
    {
      what: 'search',
      rounds: 40,
      run: (round) => findNodes(graph, words[round % words.length] ?? ''),
    },
    { what: 'folds', rounds: 20, run: () => foldsOf(graph, folding) },
    {
      what: 'what is within 2 steps of a hub',
      rounds: 40,
      run: () => nodesWithin(graph, first === undefined ? [] : [first], 2),
    },
  ]
}

/** A crawl's answers: each is merged into what came of the one before. */
function merging(graph: Graph, batches: readonly Batch[]): (round: number) => void {
  let now = graph
  return (round) => {
    const batch = batches[round]
    if (batch !== undefined) now = merge(now, batch).graph
  }
}

/** Places for newcomers, as the canvas asks for them. */
function placing({ graph, batches }: Asked): Work {
  const standing = new Map<NodeId, Point>(
    [...graph.nodes.keys()].map((id, at) => {
      const radius = 70 * Math.sqrt(at + 1)
      return [id, { x: radius * Math.cos(at * 2.4), y: radius * Math.sin(at * 2.4) }]
    }),
  )
  return {
    what: `places for ${perBatch} newcomers`,
    rounds: batches.length,
    run: (round) => {
      const batch = batches[round]
      if (batch === undefined) return
      const newcomers = batch.entities.map(({ id }) => ({
        id,
        near: batch.relations.filter(({ source }) => source === id).map(({ target }) => target),
      }))
      settleNewNodes(standing, placeNewNodes(standing, newcomers), newcomers)
    },
  }
}

type Times = { readonly wall: readonly number[]; readonly cpu: readonly number[] }

function timesOf({ run, rounds }: Work): Times {
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const [used, began] = [process.cpuUsage(), performance.now()]
    run(round)
    wall.push(performance.now() - began)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1000)
  }
  // Once before it counts: what is measured is a program that has run for a while.
  return { wall: wall.slice(1), cpu: cpu.slice(1) }
}

function askedAt(nodes: number): Asked {
  const growth = createGrowth()
  const all = growth.next(nodes)
  const batches = Array.from({ length: 30 }, () => growth.next(perBatch))
  return { graph: merge(emptyGraph, all).graph, all, batches }
}

const aimMs = 200

export function model(context: Context): Promise<Section> {
  const rows = [10_000, 100_000].flatMap((nodes) => {
    const asked = askedAt(nodes)
    return [...worksOn(asked), placing(asked)].map((work) => {
      const { wall, cpu } = timesOf(work)
      const [middle, late] = [quantile(wall, 0.5), quantile(wall, 0.95)]
      context.say(`${nodes} nodes, ${work.what}: ${asTime(middle)}, ${asTime(late)}`)
      return [
        nodes.toLocaleString('en'),
        work.what,
        asTime(middle),
        asTime(late),
        asTime(quantile(cpu, 0.5)),
        verdict(late, { atMost: aimMs }),
      ]
    })
  })
  return Promise.resolve({
    title: 'Model',
    notes: [
      `The graph in memory, nothing drawn, 2 relations a node. The aim is a 95th percentile of at most ${aimMs} ms. The processor's time counts all threads, so those that tidy memory too.`,
      'What is over the aim is loading at 100,000: two thirds of it make the set of relations that each node has, which everything else here is quick by.',
    ],
    tables: [
      {
        head: ['nodes', 'what', 'median', '95th percentile', 'processor, median', 'verdict'],
        rows,
      },
    ],
  })
}
