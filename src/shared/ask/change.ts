import { headFor, typedAddresses } from './change-heads'
import type { Answer, AnswerRow, Question } from './model'
import { atLeast, noLinks } from './notes'
import { answerOf, group, inOrder, nodeRow, rowsAt, titleAt } from './row'
import type { Ways, Wiki } from './wiki'

/** Shown in another page: by which page of those that are nearer. */
export type Shown = ReadonlyMap<number, { readonly through: number; readonly steps: number }>

type AboutPage = Pick<Extract<Question, { kind: 'change' }>, 'page' | 'by'>

/**
 * Everything that shows, includes, lists or links to a page, before somebody changes it. What a
 * change does is said only as far as it follows from what is written in the pages.
 */
export function askChange(wiki: Wiki, { page, by }: AboutPage): Answer | null {
  const at = wiki.at.get(page)
  if (at === undefined) return null
  const { link, includes, 'child-of': childOf, ...ways } = wiki.ways
  const others = (nodes: readonly number[]) =>
    inOrder(
      rowsAt(
        wiki,
        [...new Set(nodes)].filter((one) => one !== at),
      ),
    )
  const parents = childOf.from(at)
  const linking = [...new Set(link.to(at))].filter((one) => one !== at)
  return answerOf(wiki, {
    kind: 'change',
    page,
    by: by ?? null,
    notes: [
      atLeast(wiki),
      ...(link.size === 0 ? [noLinks] : []),
      ...(by === undefined || by === 'rename' ? [typedAddresses] : []),
    ],
    groups: [
      group(headFor('links', by), others(linking)),
      group(headFor('includes', by), inOrder(includeRows(wiki, shownBy([at], includes), at))),
      group(headFor('linksShown', by), inOrder(shownLinkRows(wiki, linking, at))),
      group(headFor('lists', by), others(ways['lists-children-of'].to(at))),
      group(
        headFor('listed', by),
        others(parents.flatMap((parent) => ways['lists-children-of'].to(parent))),
      ),
      group(headFor('files', by), others(ways['uses-file-of'].to(at))),
      group(headFor('children', by), others(childOf.to(at))),
    ],
  })
}

/** All that shows some pages through includes, nearest first. What includes itself ends there. */
export function shownBy(start: readonly number[], includes: Ways): Shown {
  const found = new Map<number, { through: number; steps: number }>(
    start.map((at) => [at, { through: at, steps: 0 }]),
  )
  // A map goes on over what is added to it while it is walked.
  for (const [at, { steps }] of found) {
    for (const source of includes.to(at)) {
      if (!found.has(source)) found.set(source, { through: at, steps: steps + 1 })
    }
  }
  for (const at of start) found.delete(at)
  return found
}

function includeRows(wiki: Wiki, shown: Shown, page: number): AnswerRow[] {
  return rowsAt(wiki, [...shown.keys()], (_, at) => {
    const through = shown.get(at)?.through ?? page
    return through === page ? '' : `includes “${titleAt(wiki, through)}”, which shows it`
  })
}

/** Pages that link to it only by what they include. */
function shownLinkRows(wiki: Wiki, linking: readonly number[], page: number): AnswerRow[] {
  const shown = shownBy(linking, wiki.ways.includes)
  return [...shown].flatMap(([at, { through }]) => {
    const [node, next] = [wiki.nodes[at], wiki.nodes[through]]
    return node === undefined || next === undefined || at === page
      ? []
      : [nodeRow(node, `by including “${next.title}”`)]
  })
}
