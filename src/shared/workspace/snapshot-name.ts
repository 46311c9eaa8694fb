const before = 'Before the refresh of '

/** Whether a snapshot is one that is kept before a refresh. */
export const isOfRefresh = ({ name }: { readonly name: string }): boolean => name.startsWith(before)

/** Of the snapshot that is kept before a refresh, by when that began: one that goes on finds it again. */
export const snapshotName = (startedAt: string): string =>
  `${before}${new Date(startedAt).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  })}`
