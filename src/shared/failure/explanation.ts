/** What went wrong, for people, and what they can do. */
export type Explanation = {
  readonly sentence: string
  readonly next: string
  /** What can be given right where this is shown. */
  readonly lacks?: 'token'
}

export const say = (sentence: string, next: string): Explanation => ({ sentence, next })
