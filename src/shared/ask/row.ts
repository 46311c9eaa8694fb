import { counted } from '../text'
import type { Answer, AnswerGroup, AnswerRow, AskNode } from './model'
import type { Wiki } from './wiki'

/** A row about one node. */
export const nodeRow = (
  { id, title, space, url }: AskNode,
  why: string,
  others: readonly AskNode[] = [],
): AnswerRow => ({
  node: id,
  title,
  space,
  url: url ?? null,
  why,
  nodes: [id, ...others.map((node) => node.id)],
  edges: [],
})

export const rowsAt = (
  wiki: Wiki,
  nodes: readonly number[],
  why: (node: AskNode, at: number) => string = () => '',
): AnswerRow[] =>
  nodes.flatMap((at) => {
    const node = wiki.nodes[at]
    return node === undefined ? [] : [nodeRow(node, why(node, at))]
  })

export const titleAt = (wiki: Wiki, at: number): string => wiki.nodes[at]?.title ?? ''

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Of one order in every run: by space, then by title, then by id. */
export const inOrder = (rows: readonly AnswerRow[]): AnswerRow[] =>
  rows.toSorted(
    (a, b) =>
      byText(a.space ?? '', b.space ?? '') ||
      byText(a.title, b.title) ||
      byText(a.nodes.join(' '), b.nodes.join(' ')) ||
      byText(a.why, b.why),
  )

export const group = (
  head: Pick<AnswerGroup, 'kind' | 'title' | 'meaning'> & { readonly isFinding?: boolean },
  rows: readonly AnswerRow[],
): AnswerGroup => ({ isFinding: true, ...head, rows, total: rows.length })

/** Counts what was found; groups without a row say nothing. */
export function answerOf(
  wiki: Wiki,
  answer: Pick<Answer, 'kind' | 'notes' | 'groups'> & Partial<Answer>,
): Answer {
  const groups = answer.groups.filter(({ total }) => total > 0)
  const findings = groups.filter(({ isFinding }) => isFinding)
  return {
    page: null,
    by: null,
    spaces: [...wiki.spaces],
    isAnswered: true,
    ...answer,
    groups,
    found: findings.reduce((sum, { total }) => sum + total, 0),
  }
}

export const times = (count: number, one: string, many?: string): string =>
  counted(count, one, many)
