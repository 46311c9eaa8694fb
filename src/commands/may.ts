import { explain } from '@shared/failure'
import type { Act, Context } from './act'

/** Whether an act is offered here, and why it cannot be done where it is. */
export type Offer = { readonly offered: boolean; readonly refused?: string }

export function offerOf(act: Act, context: Context): Offer {
  const may = act.when?.(context) ?? true
  return typeof may === 'boolean'
    ? { offered: may }
    : { offered: true, refused: explain(may).sentence }
}

/** Does it, or says why it cannot be done. Gives whether there was anything to do or to say. */
export function runAct(act: Act, context: Context): boolean {
  const may = act.when?.(context) ?? true
  if (may === false) return false
  if (may === true) act.run(context)
  else context.notices.say({ tone: 'bad', ...explain(may) })
  return true
}
