/** Which dialog about the work as a whole is open. */
export type WorkDialog =
  | {
      readonly kind:
        | 'none'
        | 'workspace'
        | 'snapshots'
        | 'history'
        | 'export'
        | 'palette'
        | 'keys'
        | 'site-check'
    }
  /** Not a dialog: the first steps, beside the graph. */
  | { readonly kind: 'guide' }
  | { readonly kind: 'review'; readonly entry: string | null }
