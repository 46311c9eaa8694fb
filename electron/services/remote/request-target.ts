import { FailureError } from '@shared/failure'

type Scalar = string | number | boolean
export type Query = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>

/**
 * The path and query of a request from a path template of the API's description, such as
 * `/wiki/rest/api/relation/{relationName}/...`. Every value is one percent-encoded segment; one
 * that could change the path is refused. Of lists, v1 takes `a,b,c` (`explode: false`) and v2 takes one
 * parameter for each item (`explode: true`; measured, where commas are not).
 */
export function requestTarget(
  template: string,
  path: Readonly<Record<string, Scalar>> = {},
  query: Query = {},
): string {
  const isRepeated = template.startsWith('/wiki/api/v2/')
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => segment(path[name]))
  const search = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : parameters(encodeURIComponent(name), value, isRepeated),
  )
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`
}

function parameters(
  name: string,
  value: Scalar | readonly Scalar[],
  isRepeated: boolean,
): string[] {
  const items = (Array.isArray(value) ? value : [value]).map((item) => encoded(String(item)))
  return isRepeated ? items.map((item) => `${name}=${item}`) : [`${name}=${items.join(',')}`]
}

/** A lone half of a surrogate pair cannot be encoded, so it is replaced. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

function segment(value: Scalar | undefined): string {
  const text = value === undefined ? '' : String(value)
  // Servers and proxies decode %2F and resolve dots before they route.
  if (text === '' || text === '.' || text === '..' || /[/\\]/.test(text)) {
    throw new FailureError({ kind: 'unsafe-part', text })
  }
  return encoded(text)
}
