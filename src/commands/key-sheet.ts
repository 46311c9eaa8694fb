import { type Act, plainTitle } from './act'
import { acts } from './catalogue'
import { keyWords } from './chord'

/** Keys, and what they do. */
export type KeyRow = { readonly keys: readonly string[]; readonly title: string }
export type KeySection = { readonly title: string; readonly rows: readonly KeyRow[] }

/** Every key that does an act, by where it works. */
export const actKeys = (): KeySection[] => [
  { title: 'Everywhere', rows: rowsOf(acts.filter(({ where }) => where === undefined)) },
  {
    title: 'On the graph and in the outline',
    rows: rowsOf(acts.filter(({ where }) => where === 'nodes')),
  },
]

function rowsOf(all: readonly Act[]): KeyRow[] {
  const rows: KeyRow[] = []
  for (const act of all) {
    if (act.keys === undefined) continue
    const kin = all.filter(({ under, keys }) => under !== undefined && under === act.under && keys)
    if (kin.length < 2) rows.push({ keys: act.keys.map(keyWords), title: plainTitle(act) })
    else if (kin[0] === act) rows.push(rangeOf(kin))
  }
  return rows
}

/** Acts of one kind stand in one line, with the first and the last of their keys. */
const rangeOf = (kin: readonly Act[]): KeyRow => ({
  keys: [`${kin[0]?.keys?.[0] ?? ''} to ${kin.at(-1)?.keys?.[0] ?? ''}`],
  title: kin[0]?.under ?? '',
})
