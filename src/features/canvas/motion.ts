/** Milliseconds of an animation, none for people who asked for reduced motion. */
export const calmly = (milliseconds: number): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds
