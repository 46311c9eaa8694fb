/** What lies under the pointer: places in the scene. */
export type Under =
  | { readonly kind: 'node'; readonly at: number }
  | { readonly kind: 'line'; readonly at: number }
  | { readonly kind: 'nothing' }
