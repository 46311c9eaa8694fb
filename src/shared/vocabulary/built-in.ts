/** What pages hold of one another: Confluence makes these relations from what is written. */
export const pageLink = 'link'

/**
 * What a person has starred: the one built-in relation that may be made. The British spelling alone is
 * known. Its finds answer 501, so it is listed by other ways.
 */
export const favourite = 'favourite'

/** Relations that Confluence makes by itself, each with why none of them is written through its API. */
const readOnly: Readonly<Record<string, string>> = {
  like: 'Likes are given on the page itself',
  [pageLink]: 'Page links follow from what is written on a page',
  collaborator: 'Confluence notes by itself who works on a page',
  touched: 'Confluence notes by itself who changed a page',
  contributor: 'Confluence notes by itself who contributed to a page',
}

/** Why relations of this name are only read, or null where they may be made. */
export function whyReadOnly(name: string): string | null {
  const lower = name.toLowerCase()
  return Object.hasOwn(readOnly, lower) ? (readOnly[lower] ?? null) : null
}

/** A name as people know it. */
export const nameWords = (name: string): string => (name === pageLink ? 'page links' : name)
