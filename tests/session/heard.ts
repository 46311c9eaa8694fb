import type { Notice, Voice } from '../../src/ui'

/** What a session says, and the buttons of what it says. */
export function createHeard() {
  const all: Notice[] = []
  let open: Notice[] = []
  const close = (notice: Notice): void => {
    if (!open.includes(notice)) return
    open = open.filter((one) => one !== notice)
    notice.onGone?.()
  }
  const voice: Voice = {
    tell: () => undefined,
    say: (notice) => {
      all.push(notice)
      open.push(notice)
      return () => close(notice)
    },
  }
  const plain = (notices: readonly Notice[]) => notices.map(({ sentence }) => bare(sentence))
  return {
    voice,
    /** All that was said, in order, without the marks that isolate names. */
    said: () => plain(all),
    /** What is to be seen now. */
    shown: () => plain(open),
    /** Presses the button of the last notice that has one of this label, which then goes. */
    press: (label: string): void => {
      const notice = open.findLast(({ action }) => action?.label === label)
      if (notice === undefined) throw new Error(`Nothing offers ${label}: ${plain(open).join(' ')}`)
      close(notice)
      notice.action?.onPick()
    },
  }
}

/** A sentence without the marks that keep names of another direction apart. */
export const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
