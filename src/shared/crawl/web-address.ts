/** The members of the platform's URL that are read here: browsers and Node both have it. */
export type WebAddress = {
  readonly protocol: string
  readonly host: string
  readonly username: string
  readonly password: string
  readonly pathname: string
  readonly searchParams: { get(name: string): string | null }
}

// Shared ground compiles without DOM and Node types, and both sides have this global.
declare const URL: new (address: string) => WebAddress

/** Parses an absolute address, or gives null. */
export function readAddress(text: string): WebAddress | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** The decoded segments of a path, without empty ones; null where the encoding is broken. */
export function segmentsOf(pathname: string): string[] | null {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return null
  }
}

/** First segments under which Confluence keeps things; its own links leave `/wiki` out. */
export const confluenceFolders = ['spaces', 'pages', 'display', 'people', 'download', 'x', 'l']

const folderPath = new RegExp(`^/(${confluenceFolders.join('|')})/\\S+$`)
const hostAndPath = /^[a-z0-9.-]+\.[a-z]{2,}(:\d+)?[/?#]\S*$/i

/**
 * Gives the absolute address that a text stands for, or null where it is none: with a scheme,
 * without one (`example.atlassian.net/wiki/...`), or only a path on the site (`/wiki/...`).
 */
export function absoluteAddress(text: string, siteOrigin: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text
  if (/^\/?wiki\/\S/.test(text)) return `${siteOrigin}/${text.replace(/^\//, '')}`
  if (folderPath.test(text)) return `${siteOrigin}${text}`
  const bare = text.replace(/^\/\//, '')
  const lower = bare.toLowerCase()
  const host = readAddress(siteOrigin)?.host ?? ''
  const onSite =
    host !== '' && lower.startsWith(host) && ['', '/', '?', '#'].includes(lower.charAt(host.length))
  return onSite || hostAndPath.test(bare) || /^[a-z0-9-]+\.atlassian\.net$/.test(lower)
    ? `https://${bare}`
    : null
}
