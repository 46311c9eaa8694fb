import type { MenuAct } from '@shared/contract'
import { type Act, type Context, titleOf } from './act'
import { acts } from './catalogue'
import { chordOf, isSingle } from './chord'
import { offerOf, runAct } from './may'

/** Under which menu of the program the acts of a group stand. */
const menus: Readonly<Partial<Record<Act['group'], string>>> = {
  node: 'Selection',
  relation: 'Selection',
  work: 'Edit',
  crawl: 'Crawl',
  graph: 'Graph',
  view: 'Graph',
  window: 'Go',
}

/** The menu of the program has no room for all that a right-click offers. */
const isInMenu = ({ group, keys, under }: Act): boolean =>
  (group !== 'node' && group !== 'relation') || (keys !== undefined && under === undefined)

/** The acts as the menu of the program shows them. */
export const menuActs = (context: Context): MenuAct[] =>
  acts.filter(isInMenu).map((act) => {
    const { offered, refused } = offerOf(act, context)
    return {
      id: act.id,
      title: titleOf(act, context),
      group: menus[act.group] ?? 'Go',
      keys: menuKeys(act),
      enabled: offered && refused === undefined,
    }
  })

/** A menu would take a single letter from what is typed. */
const menuKeys = ({ keys = [] }: Act): string | null =>
  keys.find((one) => !isSingle(chordOf(one))) ?? null

/** Does what was picked there. */
export function runPicked(id: string, context: Context): void {
  const act = acts.find((one) => one.id === id)
  if (act !== undefined) runAct(act, context)
}
