import type { Answer, AnswerNote } from './model'
import { atLeast, listed, noLinks, nothingRead } from './notes'
import { answerOf, group, inOrder, rowsAt, titleAt } from './row'
import { above, homepagesOf, parentOf } from './tree'
import { isReadPage, where, type Wiki } from './wiki'

/** Pages to which nothing leads that was read, and those to which no way leads from a homepage. */
export function askUnreached(wiki: Wiki): Answer {
  if (wiki.spaces.size === 0) {
    return answerOf(wiki, {
      kind: 'unreached',
      notes: [nothingRead],
      groups: [],
      isAnswered: false,
    })
  }
  const homepages = homepagesOf(wiki)
  const pages = where(wiki, (node, at) => isReadPage(wiki, node) && !homepages.has(at))
  const alone = pages.filter((at) => !hasWayTo(wiki, at))
  const lists = alone.map((at) => [at, listAbove(wiki, at)] as const)
  const below = new Map(lists.flatMap(([at, by]) => (by === undefined ? [] : [[at, by]])))
  const isAlone = new Set(alone)
  const reached = reachedFrom(wiki, homepages)
  const begun = spacesOf(wiki, homepages)
  const apart = pages.filter(
    (at) => !isAlone.has(at) && !reached.has(at) && begun.has(wiki.nodes[at]?.space ?? ''),
  )
  return answerOf(wiki, {
    kind: 'unreached',
    notes: [
      atLeast(wiki),
      ...(wiki.ways.link.size === 0 ? [noLinks] : []),
      ...noHomepage([...wiki.spaces].filter((space) => !begun.has(space))),
    ],
    groups: [
      group(
        heads.alone,
        inOrder(
          rowsAt(
            wiki,
            alone.filter((at) => !below.has(at)),
          ),
        ),
      ),
      group(
        heads.perhapsListed,
        inOrder(
          rowsAt(wiki, [...below.keys()], (_, at) => {
            const by = below.get(at)
            return by === undefined ? '' : `“${titleAt(wiki, by)}” is listed, far above it`
          }),
        ),
      ),
      group(heads.apart, inOrder(rowsAt(wiki, apart))),
    ],
  })
}

/** Whether a link, an include or a list of children leads there, from another page. */
function hasWayTo(wiki: Wiki, at: number): boolean {
  const { link, includes, 'lists-children-of': lists } = wiki.ways
  const isOther = (source: number) => source !== at
  if (link.to(at).some(isOther) || includes.to(at).some(isOther)) return true
  const parent = parentOf(wiki, at)
  return parent !== undefined && lists.to(parent).some(isOther)
}

/** The nearest page above its parent whose children are listed: some lists show a whole tree. */
const listAbove = (wiki: Wiki, at: number): number | undefined =>
  above(wiki, at)
    .slice(1)
    .find((one) => wiki.ways['lists-children-of'].to(one).length > 0)

/**
 * All to which a reader comes from some pages: along links, includes and lists of children. How
 * deep a list goes is not known, so it is taken to show all below: a miss is better than an alarm.
 */
export function reachedFrom(wiki: Wiki, start: Iterable<number>): Set<number> {
  const { link, includes, 'lists-children-of': lists, 'child-of': childOf } = wiki.ways
  const reached = new Set(start)
  const shown = new Set<number>()
  // A set goes on over what is added to it while it is walked.
  for (const at of reached) {
    for (const next of [...link.from(at), ...includes.from(at)]) reached.add(next)
    const below = shown.has(at) ? [at] : []
    for (const parent of [...lists.from(at), ...below]) {
      for (const child of childOf.to(parent)) {
        const wasShown = shown.has(child)
        shown.add(child)
        // What was reached before has to be looked at once more for what is below it.
        if (!wasShown) reached.delete(child)
        reached.add(child)
      }
    }
  }
  return reached
}

const spacesOf = (wiki: Wiki, nodes: Iterable<number>): Set<string> =>
  new Set([...nodes].flatMap((at) => wiki.nodes[at]?.space ?? []))

const noHomepage = (spaces: readonly string[]): AnswerNote[] =>
  spaces.length === 0
    ? []
    : [
        {
          sentence: `The homepage is not known of ${listed(spaces)}, so what cannot be reached from it is not listed.`,
          next: 'Map these spaces again.',
        },
      ]

const heads = {
  alone: {
    kind: 'alone',
    title: 'No link from the mapped spaces',
    meaning:
      'No page link, include or list of children that was read leads there. Homepages, archived pages and spaces that were not mapped are not counted.',
  },
  perhapsListed: {
    kind: 'perhaps-listed',
    title: 'Only in a page tree, if at all',
    meaning:
      'Nothing leads there but a list of what is below a page further up. How deep such a list goes is not known.',
  },
  apart: {
    kind: 'apart',
    title: 'Not reached from a homepage',
    meaning:
      'Something leads there, but nobody who begins at the homepage of a mapped space and follows links, includes and lists of children, however deep they go, comes to it.',
  },
} as const
