import type { Act, Context } from './act'
import { acts } from './catalogue'
import { chordOf, type KeyPress, isPressed, isSingle } from './chord'
import { runAct } from './may'

type Keyed = { readonly act: Act; readonly chord: ReturnType<typeof chordOf> }

const keyed: readonly Keyed[] = acts.flatMap((act) =>
  (act.keys ?? []).map((keys) => ({ act, chord: chordOf(keys) })),
)

/** Whether single letters, digits and signs do anything here. */
type Singles = { readonly singles: boolean }

/** Does what a key stands for at nodes. Gives whether it stood for anything. */
export const pressAtNodes = (press: KeyPress, context: Context, { singles }: Singles): boolean =>
  pressed(
    press,
    context,
    ({ act, chord }) => act.where === 'nodes' && (singles || !isSingle(chord)),
  )

/** The same for what works everywhere; where text is typed most keys are the text's. */
export const pressAnywhere = (
  press: KeyPress,
  context: Context,
  {
    singles,
    onControl,
    typing,
  }: Singles & {
    /** The keyboard is on a button or the like, to which single letters are left. */
    readonly onControl: boolean
    readonly typing: boolean
  },
): boolean =>
  pressed(
    press,
    context,
    ({ act, chord }) =>
      act.where === undefined &&
      (!typing || act.whileTyping === true) &&
      (!isSingle(chord) || (singles && (!onControl || act.onControls === true))),
  )

function pressed(press: KeyPress, context: Context, fits: (one: Keyed) => boolean): boolean {
  const found = keyed.find((one) => fits(one) && isPressed(one.chord, press))
  return found !== undefined && runAct(found.act, context)
}
