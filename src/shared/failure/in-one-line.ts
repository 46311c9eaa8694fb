import { explain } from './explain'
import type { Failure } from './failure'

/** What went wrong and what to do, one after the other; words of a server may lack their full stop. */
export function inOneLine(failure: Failure): string {
  const { sentence, next } = explain(failure)
  return `${sentence}${/[.!?…]$/.test(sentence) ? '' : '.'} ${next}`
}
