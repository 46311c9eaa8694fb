import { isolated } from '@shared/text'
import type { Spot } from '../features/canvas'
import type { MenuItem } from '../ui'
import { type Act, type Context, titleOf } from './act'
import { acts } from './catalogue'
import { keyWords } from './chord'
import { offerOf, runAct } from './may'

export type Menu = { readonly heading: string; readonly items: MenuItem[] }

/** What a right-click offers, by what was clicked; it acts on the same as the keys. */
export function menuOf(spot: Spot, context: Context): Menu {
  switch (spot.kind) {
    case 'node':
      return { heading: nodesWords(context), items: itemsOf(actsOfGroup('node'), context) }
    case 'edge':
      return { heading: relationsWords(context), items: itemsOf(actsOfGroup('relation'), context) }
    case 'background':
      return { heading: 'Graph', items: itemsOf(actsOfGroup('graph'), context) }
  }
}

/** The acts of a kind, for a button that opens them. */
export const menuUnder = (under: readonly string[], context: Context): MenuItem[] =>
  under.flatMap((one, at): MenuItem[] => [
    ...(at === 0 ? [] : [{ kind: 'line' } as const]),
    ...acts
      .filter((act) => act.under === one && act.keys === undefined)
      .flatMap((act) => itemOf(act, context)),
  ])

const actsOfGroup = (group: Act['group']) => acts.filter((act) => act.group === group)

function itemsOf(all: readonly Act[], context: Context): MenuItem[] {
  const items: MenuItem[] = []
  let wantsLine = false
  for (const act of all) {
    wantsLine ||= act.line === true
    const [item] = itemOf(act, context)
    if (item === undefined) continue
    const last = items.at(-1)
    if (act.under !== undefined && last?.kind === 'more' && last.label === act.under) {
      items[items.length - 1] = { ...last, items: [...last.items, item] }
      continue
    }
    if (wantsLine && last !== undefined) items.push({ kind: 'line' })
    wantsLine = false
    items.push(act.under === undefined ? item : { kind: 'more', label: act.under, items: [item] })
  }
  return items
}

function itemOf(act: Act, context: Context): MenuItem[] {
  const { offered, refused } = offerOf(act, context)
  if (!offered) return []
  const title = titleOf(act, context)
  // Within its own menu the name of that is not said again.
  const label = act.under === undefined ? title : title.replace(`${act.under}: `, '')
  const href = act.link?.(context)
  if (href !== undefined) return [{ kind: 'link', label, href }]
  const [keys] = act.keys ?? []
  return [
    {
      kind: 'act',
      label,
      ...(keys === undefined ? {} : { keys: keyWords(keys) }),
      ...(act.danger === true ? { danger: true } : {}),
      ...(refused === undefined ? {} : { disabled: refused }),
      onPick: () => void runAct(act, context),
    },
  ]
}

function nodesWords({ graph, on }: Context): string {
  const [first, ...more] = on.nodes
  if (first === undefined) return 'Node'
  return more.length === 0 ? isolated(graph.titleOf(first)) : `${more.length + 1} nodes`
}

function relationsWords({ graph, on }: Context): string {
  const [first, ...more] = on.edges
  const relation = first === undefined ? undefined : graph.store.getState().graph.edges.get(first)
  if (relation === undefined) return 'Relation'
  return more.length === 0
    ? `${isolated(graph.titleOf(relation.source))} — ${isolated(relation.relation)} → ${isolated(graph.titleOf(relation.target))}`
    : `${more.length + 1} relations`
}
