import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/**
 * What the page may do, the same under both shells: scripts, styles and workers of its own only,
 * no frames, no forms, no remote anything. Styles are set through the DOM, which needs no
 * `unsafe-inline`.
 */
export const contentSecurityPolicy = (connect: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers that go with every file of the page. */
export const pageHeaders = (connect: readonly string[]): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(connect),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

export type PageFile = { readonly body: Buffer; readonly type: string }

/** A file of the built page by its URL path, or null. Never leaves `root`. Rejects where it cannot be read now. */
export async function pageFile(root: string, path: string): Promise<PageFile | null> {
  const name = fileAt(root, path)
  if (name === null) return null
  const type = types[extname(name)]
  if (type === undefined) return null
  try {
    return { body: await readFile(name), type }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Nothing is there. Whatever else stands in the way, such as too many open files, may pass. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code))

function fileAt(root: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const name = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return name.startsWith(normalize(root) + sep) ? name : null
}
