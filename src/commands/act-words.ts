import { type Act, type Context, plainTitle, titleOf } from './act'
import { ariaKeys, keyWords } from './chord'
import { offerOf } from './may'

/** What a button says of an act; why it cannot be done is '' where it can. */
export type ActWords = {
  readonly title: string
  readonly refused: string
  readonly isOffered: boolean
}

export function actWords(act: Act, context: Context, named = false): ActWords {
  const { offered, refused = '' } = offerOf(act, context)
  return { title: titleOf(act, context, named), refused, isOffered: offered }
}

/** The first keys of an act for people, all of them for a screen reader; nothing where it has none. */
export const keysWords = ({ keys = [] }: Pick<Act, 'keys'>) => ({
  shown: keys[0] === undefined ? undefined : keyWords(keys[0]),
  aria: keys.length === 0 ? {} : { 'aria-keyshortcuts': ariaKeys(keys) },
})

/** What a button that is a picture only says of an act. */
export function iconWords(act: Act): { readonly label: string; readonly title: string } {
  const label = plainTitle(act)
  const { shown } = keysWords(act)
  return { label, title: shown === undefined ? label : `${label} (${shown})` }
}
