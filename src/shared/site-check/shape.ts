/** Deeper and longer than any answer that is to be learnt from. */
const deepest = 8
const longest = 150

/** A name that the API's description could hold; ids and keys that serve as names are not told. */
const isName = (name: string): boolean => /^[_a-zA-Z][a-zA-Z_-]{0,39}$/.test(name)

/**
 * The paths of a JSON value with the types that stand there, sorted: `results[].id: string`. No
 * value is in it, and no name that could be one.
 */
export function shapeOf(value: unknown): string[] {
  const found = new Set<string>()
  walk(value, '', 0, found)
  return [...found].sort().slice(0, longest)
}

function walk(value: unknown, path: string, depth: number, found: Set<string>): void {
  if (found.size > longest || depth > deepest) return
  const parts = partsOf(value, path)
  if (parts === null) found.add(`${path || '.'}: ${value === null ? 'null' : typeof value}`)
  else if (parts.length === 0) found.add(`${path || '.'}: empty`)
  else for (const [part, item] of parts) walk(item, part, depth + 1, found)
}

/** What a list or an object holds, by path; null for a value without parts. */
function partsOf(value: unknown, path: string): (readonly [string, unknown])[] | null {
  if (Array.isArray(value)) return value.map((item: unknown) => [`${path}[]`, item] as const)
  if (typeof value !== 'object' || value === null) return null
  const before = path === '' ? '' : `${path}.`
  return Object.entries(value).map(([name, item]) => [
    `${before}${isName(name) ? name : '*'}`,
    item as unknown,
  ])
}
