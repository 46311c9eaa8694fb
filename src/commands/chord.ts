/** A key with what is held down. */
export type Chord = {
  /** As typed, small: `z`, `?`, `delete`. */
  readonly typed: string
  readonly ctrl: boolean
  readonly shift: boolean
}

/** What a chord is compared with; an event of the page and of React both are one. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>

export function chordOf(keys: string): Chord {
  // The plus itself is a key, too.
  const parts = keys.split(/\+(?=.)/)
  return {
    typed: (parts.at(-1) ?? '').toLowerCase(),
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
  }
}

/** A letter of another alphabet than the one in which keys are named. */
const isForeign = (key: string): boolean =>
  /^\p{L}\p{M}*$/u.test(key) && !/^\p{Script=Latin}/u.test(key)

/** The letter or digit that is printed on the key on a Latin layout. */
const atPlace = (code: string): string | null =>
  /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? null

/** What is typed counts; on a layout without Latin letters, the key's place. */
function typedBy({ key, code }: KeyPress): string {
  return (isForeign(key) ? atPlace(code) : null) ?? key.toLowerCase()
}

/** Shift is a part of typing a sign; with letters and named keys it is one of its own. */
const hasShift = (typed: string): boolean => /^\p{L}$/u.test(typed) || typed.length > 1

/** On a Mac, Cmd does what Ctrl does elsewhere. */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  const typed = typedBy(press)
  return (
    !press.altKey &&
    typed === chord.typed &&
    (press.ctrlKey || press.metaKey) === chord.ctrl &&
    (!hasShift(typed) || press.shiftKey === chord.shift)
  )
}

/** A single character: it might as well have been meant as text. */
export const isSingle = ({ typed, ctrl }: Chord): boolean => !ctrl && typed.length === 1

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent)

/** Keys as they are written everywhere. */
export const keyWords = (keys: string): string => (isMac() ? keys.replace('Ctrl', 'Cmd') : keys)

/** Keys as a screen reader wants them. */
export const ariaKeys = (keys: readonly string[]): string =>
  keys.map((one) => one.replace('Ctrl', isMac() ? 'Meta' : 'Control')).join(' ')
