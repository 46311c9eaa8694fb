/** Something that is offered, by a key that stays the same, under a heading or none. */
export type Row<T> = { readonly key: string; readonly group: string; readonly item: T }

/** Rows that were there before stay in their places, as they are now; those that came are last. */
export function inKnownOrder<T>(rows: readonly Row<T>[], known: readonly Row<T>[]): Row<T>[] {
  const now = new Map(rows.map((row) => [row.key, row]))
  const before = new Set(known.map(({ key }) => key))
  return [
    // The heading stays with the place.
    ...known.map((old) => ({ ...old, item: now.get(old.key)?.item ?? old.item })),
    ...rows.filter(({ key }) => !before.has(key)),
  ]
}

export type Section<T> = {
  readonly key: string
  readonly title: string
  readonly items: readonly T[]
}

/** Rows that follow each other under one heading are a section; a heading may come again. */
export function sectionsOf<T>(rows: readonly Row<T>[]): Section<T>[] {
  const sections: { key: string; title: string; items: T[] }[] = []
  for (const { group, item } of rows) {
    const last = sections.at(-1)
    if (last?.title === group) last.items.push(item)
    else sections.push({ key: `${sections.length} ${group}`, title: group, items: [item] })
  }
  return sections
}
