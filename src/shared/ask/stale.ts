import { agree, dayWords } from '../text'
import type { Person } from '../graph'
import type { Answer, AnswerNote, AnswerRow, AskNode, Question } from './model'
import { atLeast, nothingRead } from './notes'
import { answerOf, group, inOrder, nodeRow, times } from './row'
import { isReadPage, where, type Wiki } from './wiki'

const day = 86_400_000

type When = Omit<Extract<Question, { kind: 'stale' }>, 'kind'>

/** Pages that nobody changed for long, much linked ones first, and pages whose people are gone. */
export function askStale(wiki: Wiki, { now, days }: When): Answer {
  const isPage = (node: AskNode) =>
    (node.subtype === 'page' || node.subtype === 'blogpost') && node.status === 'current'
  const pages = where(wiki, (node) =>
    wiki.spaces.size === 0 ? isPage(node) : isReadPage(wiki, node),
  )
  const dated = pages.filter((at) => changeOf(wiki.nodes[at]) !== undefined)
  const isGone = goneIn(wiki)
  const ownerless = pages.flatMap((at): AnswerRow[] => {
    const node = wiki.nodes[at]
    const why = node === undefined ? '' : whyOwnerless(node, isGone)
    return node === undefined || why === '' ? [] : [nodeRow(node, why)]
  })
  const unknown = pages.filter((at) => peopleOf(wiki.nodes[at]).length === 0).length
  const isAnswered = dated.length > 0 || unknown < pages.length
  return answerOf(wiki, {
    kind: 'stale',
    isAnswered,
    notes: [
      ...(pages.length === 0 ? [nothingRead] : [atLeast(wiki)]),
      ...lacking(pages.length - dated.length, 'does not tell when it was last changed'),
      ...lacking(unknown, 'tells neither an owner nor an author; unknown is not gone'),
    ],
    groups: [
      group(heads.stale(days), staleRows(wiki, dated, { now, days })),
      group(heads.ownerless, inOrder(ownerless)),
    ],
  })
}

const changeOf = (node: AskNode | undefined): string | undefined => node?.changedAt

function staleRows(wiki: Wiki, dated: readonly number[], { now, days }: When): AnswerRow[] {
  const end = Date.parse(now)
  const old = dated.flatMap((at) => {
    const node = wiki.nodes[at]
    const age = (end - Date.parse(changeOf(node) ?? '')) / day
    if (node === undefined || !(age > days)) return []
    const links = new Set(wiki.ways.link.to(at).filter((source) => source !== at)).size
    // What is read much matters more, and matters more the longer nobody looked after it.
    return [{ row: nodeRow(node, staleWords(node, links)), weight: age * (1 + links) }]
  })
  return old
    .toSorted((a, b) => b.weight - a.weight || (a.row.nodes.join() < b.row.nodes.join() ? -1 : 1))
    .map(({ row }) => row)
}

const staleWords = (node: AskNode, links: number): string =>
  `last changed ${dayWords(changeOf(node) ?? '')}, ${links === 0 ? 'no page links to it' : `${times(links, 'page')} ${agree(links, 'links', 'link')} to it`}`

const peopleOf = (node: AskNode | undefined): Person[] =>
  [node?.owner, node?.createdBy].filter((person) => person !== undefined)

const goneStatuses: ReadonlySet<string> = new Set(['inactive', 'closed'])

/** Whether an account is known to be closed; hidden or unknown is not gone. */
function goneIn(wiki: Wiki): (person: Person) => boolean {
  const statuses = new Map(
    wiki.nodes.flatMap(({ id, type, status }) => (type === 'user' ? [[id, status] as const] : [])),
  )
  return ({ key, status }) =>
    goneStatuses.has(status ?? (key === undefined ? '' : (statuses.get(`user:${key}`) ?? '')))
}

/** Who answers for a page is its owner; where none is told, who wrote it. */
function whyOwnerless({ owner, createdBy }: AskNode, isGone: (person: Person) => boolean): string {
  if (owner !== undefined)
    return isGone(owner) ? `the account of its owner ${owner.name} is closed` : ''
  return createdBy !== undefined && isGone(createdBy)
    ? `the account of its author ${createdBy.name} is closed, and no owner is told`
    : ''
}

const lacking = (count: number, what: string): AnswerNote[] =>
  count === 0
    ? []
    : [
        {
          sentence: `Not looked at: ${times(count, 'page')} of which each ${what}.`,
          next: 'Map the spaces again; a map asks for it.',
        },
      ]

const heads = {
  stale: (days: number) => ({
    kind: 'stale',
    title: `Not changed for ${days === 365 ? 'a year' : times(days, 'day')}`,
    meaning: 'Old ones to which many pages link come first.',
  }),
  ownerless: {
    kind: 'ownerless',
    title: 'Owner or author is gone',
    meaning:
      'The account of who answers for it is closed or deactivated. Where it is not known, the page is not listed.',
  },
} as const
