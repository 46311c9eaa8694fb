/** What lies under the pointer: places in the scene. */
export type Under =
  | { readonly kind: 'node'; readonly at: number }
  | { readonly kind: 'line'; readonly at: number }
  | { readonly kind: 'nothing' }

export const isSameUnder = (one: Under, other: Under): boolean =>
  one.kind === 'nothing' || other.kind === 'nothing'
    ? one.kind === other.kind
    : one.kind === other.kind && one.at === other.at
