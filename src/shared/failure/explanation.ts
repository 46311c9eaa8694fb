/** What went wrong, for people, and what they can do. */
export type Explanation = { readonly sentence: string; readonly next: string }

export const say = (sentence: string, next: string): Explanation => ({ sentence, next })
