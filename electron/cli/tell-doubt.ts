import { type Doubt, doubtWords } from '@shared/edit'
import type { Io } from './io'

/** Nobody is there to answer, so what a person would be asked is said, and the work goes on. */
export function tellDoubt(doubt: Doubt, { err }: Pick<Io, 'err'>): void {
  const { sentence, next } = doubtWords(doubt)
  err(`${sentence} ${next}\n`)
}
