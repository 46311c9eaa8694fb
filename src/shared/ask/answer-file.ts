import { z } from 'zod'
import { EdgeId, NodeId } from '../graph'
import { type Answer, askKinds, changes } from './model'

export const answerFileFormat = 'relation-explorer/answer@1'

/** An answer as data, for other programs. */
export const AnswerFile = z.object({
  format: z.literal(answerFileFormat),
  version: z.string(),
  site: z.string(),
  /** When the graph that was asked was as it is here. */
  asOf: z.string(),
  question: z.enum(askKinds),
  /** The page that the question is about. */
  page: NodeId.optional(),
  /** What is meant to be done to that page, where it was said. */
  by: z.enum(changes).optional(),
  /** Keys of the spaces whose pages were read; others may link here as well. */
  spaces: z.array(z.string()),
  isAnswered: z.boolean(),
  found: z.int(),
  notes: z.array(z.object({ sentence: z.string(), next: z.string() })),
  groups: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      meaning: z.string(),
      isFinding: z.boolean(),
      total: z.int(),
      rows: z.array(
        z.object({
          title: z.string(),
          why: z.string(),
          node: NodeId.optional(),
          space: z.string().optional(),
          url: z.string().optional(),
          nodes: z.array(NodeId),
          edges: z.array(EdgeId),
        }),
      ),
    }),
  ),
})
export type AnswerFile = z.infer<typeof AnswerFile>

type About = Pick<AnswerFile, 'version' | 'site' | 'asOf'>

export const toAnswerFile = (answer: Answer, about: About): AnswerFile => ({
  format: answerFileFormat,
  ...about,
  question: answer.kind,
  ...(answer.page !== null && { page: answer.page }),
  ...(answer.by !== null && { by: answer.by }),
  spaces: [...answer.spaces],
  isAnswered: answer.isAnswered,
  found: answer.found,
  notes: [...answer.notes],
  groups: answer.groups.map(({ rows, ...head }) => ({
    ...head,
    rows: rows.map(({ node, space, url, nodes, edges, ...row }) => ({
      ...row,
      ...(node !== null && { node }),
      ...(space !== null && { space }),
      ...(url !== null && { url }),
      nodes: [...nodes],
      edges: [...edges],
    })),
  })),
})
