import { z } from 'zod'
import type { Answer, ChangedNode, GraphDiff, GraphEdge } from './compare'
import { entityWords } from './entity-words'
import { GraphFile } from './graph-file'
import { NodeId } from './model'
import { quoted } from '../text'

export const graphDiffFormat = 'relation-explorer/graph-diff@1'

const { nodes, edges, completeness, site, version, exportedAt } = GraphFile.shape
const Face = z.object({ title: z.string(), status: z.string() })

/** The written comparison. `resources/graph-diff.schema.json` says the same for other programs. */
export const GraphDiffFile = z.object({
  format: z.literal(graphDiffFormat),
  /** Version of the program that wrote it. */
  version,
  site,
  /** When the two graphs were exported. */
  from: z.object({ exportedAt }),
  to: z.object({ exportedAt }),
  nodes: z.object({
    added: nodes,
    gone: nodes,
    changed: z.array(z.object({ id: NodeId, was: Face, is: Face })),
  }),
  edges: z.object({
    added: edges,
    gone: edges,
    retyped: z.array(z.object({ was: edges.element, is: edges.element })),
    unsure: edges,
  }),
  forbidden: completeness,
  isSame: z.boolean(),
})
export type GraphDiffFile = z.infer<typeof GraphDiffFile>

type About = Pick<GraphDiffFile, 'version' | 'site' | 'from' | 'to'>

/** Whole graph files do as `from` and `to`: only their dates are taken. */
export const toDiffFile = (diff: GraphDiff, { version, site, from, to }: About): GraphDiffFile =>
  GraphDiffFile.parse({ format: graphDiffFormat, version, site, from, to, ...diff })

export type DiffGroup = { readonly title: string; readonly sentences: readonly string[] }
type TitleOf = (id: NodeId) => string

/** Sentences for people under their headings; groups with nothing to say are left out. */
export function describeGroups(diff: GraphDiff, titleOf: TitleOf): DiffGroup[] {
  const name = (id: NodeId) => quoted(titleOf(id))
  const has = ({ relation, source, target }: GraphEdge, verb: string) =>
    `${name(source)} ${verb} the relation ${quoted(relation)} to ${name(target)}`
  const groups: DiffGroup[] = [
    {
      title: 'Added',
      sentences: [
        ...diff.nodes.added.map(({ id }) => `${name(id)} is in the graph now.`),
        ...diff.edges.added.map((edge) => `${has(edge, 'now has')}.`),
      ],
    },
    {
      title: 'Gone',
      sentences: [
        ...diff.nodes.gone.map(({ id }) => `${name(id)} is not in the graph any more.`),
        ...diff.edges.gone.map((edge) => `${has(edge, 'no longer has')}.`),
      ],
    },
    { title: 'Changed', sentences: diff.nodes.changed.map(changeWords) },
    {
      title: 'Retyped',
      sentences: diff.edges.retyped.map(
        ({ was, is }) =>
          `The relation from ${name(is.source)} to ${name(is.target)} was ${quoted(was.relation)} and is now ${quoted(is.relation)}.`,
      ),
    },
    { title: 'Now forbidden', sentences: diff.forbidden.map((one) => forbiddenWords(one, name)) },
    {
      title: 'Unsure',
      sentences: diff.edges.unsure.map(
        (edge) => `${has(edge, 'had')}; whether it still does is not known.`,
      ),
    },
  ]
  return groups.filter(({ sentences }) => sentences.length > 0)
}

/** The same sentences in the same order, without headings. */
export const describeDiff = (diff: GraphDiff, titleOf: TitleOf): string[] =>
  describeGroups(diff, titleOf).flatMap(({ sentences }) => sentences)

function changeWords({ was, is }: ChangedNode): string {
  // Learning what a node is called, or no longer knowing it, is no change at the site.
  if (was.status === 'unknown')
    return `${quoted(was.title)} is now known as ${quoted(is.title)} (${is.status}).`
  if (is.status === 'unknown') return `Of ${quoted(was.title)} nothing is known any more.`
  const facts = [
    ...(was.title === is.title ? [] : [`is now called ${quoted(is.title)}`]),
    ...(was.status === is.status ? [] : [`was ${was.status} and is now ${is.status}`]),
  ]
  return `${quoted(was.title)} ${facts.join('; it ')}.`
}

function forbiddenWords({ node, relation, direction, type }: Answer, name: TitleOf): string {
  const [far, near] = [entityWords[type].many, name(node)]
  const [from, to] = direction === 'out' ? [near, far] : [far, near]
  return `You are not allowed to see the ${quoted(relation)} relations from ${from} to ${to} now.`
}
