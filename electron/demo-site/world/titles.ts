import { composed } from './vocabulary/composed'
import { spaces } from './vocabulary/spaces'

export type Titled = { readonly title: string; readonly spaceKey: string }

/** So many titles are written by hand. */
export const written = spaces.reduce((sum, { pages }) => sum + pages.length, 0)

/** The written titles first, taken in turn from the spaces; then composed ones. No title twice. */
export function* pageTitles(count: number): Generator<Titled, undefined> {
  let made = 0
  const longest = Math.max(...spaces.map(({ pages }) => pages.length))
  for (let at = 0; at < longest; at += 1) {
    for (const { key, pages } of spaces) {
      const title = pages[at]
      if (title === undefined) continue
      if (made === count) return
      made += 1
      yield { title, spaceKey: key }
    }
  }
  for (let at = 0; made < count; at += 1) {
    made += 1
    yield { title: composedTitle(at), spaceKey: spaces[at % spaces.length]?.key ?? 'ENG' }
  }
}

const { subjects, kinds, places, periods } = composed
const total = subjects.length * kinds.length * places.length * periods.length
/** A prime that divides no length above, so the steps meet every combination once. */
const stride = 104_729

function composedTitle(at: number): string {
  let rest = (at * stride) % total
  const take = (words: readonly string[]): string => {
    const word = words[rest % words.length] ?? ''
    rest = Math.floor(rest / words.length)
    return word
  }
  const subject = take(subjects)
  const kind = take(kinds)
  return `${subject} ${kind}: ${take(places)}, ${take(periods)}`
}
