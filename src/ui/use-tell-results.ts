import { counted } from '@shared/text'
import { useTellAtRest } from './voice'

type Results = {
  readonly open: boolean
  readonly text: string
  readonly count: number
  /** What is said below the list. */
  readonly status: string | null
}

/** Says how many results a list has, once it rests, to who does not see it. */
export function useTellResults({ open, text, count, status }: Results): void {
  const found = count === 0 ? '' : `${counted(count, 'result')}.`
  const words = open ? [found, status ?? ''].join(' ').trim() : ''
  // The same words for another text are news.
  useTellAtRest(`${text}\n${words}`, words)
}
