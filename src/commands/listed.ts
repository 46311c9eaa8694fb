import { type Act, type Context, type Group, titleOf } from './act'
import { acts } from './catalogue'
import { keyWords } from './chord'
import { offerOf, runAct } from './may'
import { namedActs } from './named-acts'

/** An act as a list of all of them shows it. */
export type Listed = {
  readonly id: string
  readonly title: string
  readonly group: string
  readonly keys?: string
  readonly run: () => void
}

/** The headings of such a list, in its order. */
export const groupWords: Readonly<Record<Group, string>> = {
  node: 'For what is selected',
  relation: 'For what is selected',
  work: 'Do',
  crawl: 'Crawl and map',
  graph: 'Graph',
  view: 'Views',
  window: 'Panels and windows',
  name: 'Relation names',
}

/** All that can be done now, each with what it is for: what cannot is not listed. */
export function listedActs(context: Context): Listed[] {
  const groups = Object.keys(groupWords)
  return [...acts, ...namedActs(context)]
    .filter((act) => {
      const { offered, refused } = offerOf(act, context)
      return offered && refused === undefined
    })
    .sort((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group))
    .map((act) => listed(act, context))
}

function listed(act: Act, context: Context): Listed {
  const [keys] = act.keys ?? []
  return {
    id: act.id,
    title: titleOf(act, context, true),
    group: groupWords[act.group],
    ...(keys === undefined ? {} : { keys: keyWords(keys) }),
    run: () => void runAct(act, context),
  }
}
