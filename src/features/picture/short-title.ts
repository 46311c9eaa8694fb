const longest = 56

/** A title that fits under a node on two lines; the whole one is in the details. */
export const shortTitle = (title: string): string =>
  title.length <= longest ? title : `${title.slice(0, longest - 1).trimEnd()}…`
