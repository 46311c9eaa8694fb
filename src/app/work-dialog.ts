/** Which dialog about the work as a whole is open. */
export type WorkDialog =
  | {
      readonly kind: 'none' | 'workspace' | 'snapshots' | 'history' | 'export' | 'palette' | 'keys'
    }
  | { readonly kind: 'review'; readonly entry: string | null }
