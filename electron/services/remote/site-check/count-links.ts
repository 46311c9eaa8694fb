/**
 * Ids of the pages that a storage body links to by address, and how many links it has in all. Good
 * enough to compare two formats; code and comments are text and hold no link.
 */
export function linksInStorage(body: string): { readonly all: number; readonly ids: string[] } {
  const markup = body.replace(/<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->/g, '')
  const pages = markup.match(/<ri:page\b/g)?.length ?? 0
  const ids = addressedIds([...markup.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, to]) => to))
  return { all: pages + ids.length, ids }
}

/** The same of an ADF document: each link there is an address. */
export function linksInAdf(text: string): { readonly all: number; readonly ids: string[] } {
  const addresses: string[] = []
  try {
    gather(JSON.parse(text), addresses, 0)
  } catch {
    return { all: 0, ids: [] }
  }
  const ids = addressedIds(addresses)
  return { all: ids.length, ids }
}

const addressedIds = (addresses: readonly (string | undefined)[]): string[] =>
  addresses.flatMap((address) => /\/pages\/(?:[a-z-]+\/)?(\d+)/.exec(address ?? '')?.[1] ?? [])

/** A document nests; deeper than this it was made to break readers. */
const deepest = 200

function gather(node: unknown, addresses: string[], depth: number): void {
  if (typeof node !== 'object' || node === null || depth > deepest) return
  for (const [name, value] of Object.entries(node)) {
    if ((name === 'href' || name === 'url') && typeof value === 'string') addresses.push(value)
    else gather(value, addresses, depth + 1)
  }
}
