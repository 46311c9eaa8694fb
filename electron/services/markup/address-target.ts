import { parseStart } from '@shared/crawl'
import type { Home, Target } from './model'

type Located = { readonly target: Target; readonly anchor?: string }

const none = (why: Extract<Target, { kind: 'none' }>['why']): Located => ({
  target: { kind: 'none', why },
})

/** First segments below the site under which Confluence answers without `/wiki`. */
const ofConfluence = /^\/(wiki|spaces|pages|display|people|x)(\/|$)/

/** What an address in a body leads to. Never throws: what is no address is `relative`. */
export function addressTarget(href: string, home: Home): Located {
  const text = href.trim()
  if (text === '') return none('empty')
  if (text.startsWith('#')) return { ...none('own-page'), ...anchorOf(text) }
  const isRelative = !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(text)
  if (isRelative && !ofConfluence.test(text)) return none('relative')
  const url = URL.canParse(text, home.site) ? new URL(text, home.site) : null
  if (url === null) return none('relative')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return none('outside')
  const site = new URL(home.site)
  if (url.host !== site.host && !home.formerHosts.includes(url.host)) return none('outside')
  if (/^\/browse\/[A-Z][A-Z0-9_]*-\d+/i.test(url.pathname)) return none('jira')
  return { target: onSite(url, site), ...anchorOf(url.hash) }
}

/** The part of the program that reads a typed start knows each form of an address. */
function onSite(url: URL, site: URL): Target {
  const query = new URLSearchParams(url.search)
  const day = dayIn(query.get('postingDay')) ?? dayIn(url.pathname)
  const parsed = parseStart(`${site.origin}${url.pathname}${url.search}`, site.origin)
  if (!parsed.ok) return { kind: 'none', why: 'outside' }
  const { target } = parsed
  if (target.kind === 'title') {
    const { title, spaceKey: space, contentType } = target
    return contentType === 'page'
      ? { kind: 'page', title, space }
      : { kind: 'blogpost', title, space, ...(day !== null && { day }) }
  }
  if (target.kind !== 'entity') return { kind: 'none', why: 'outside' }
  const { type, key } = target.ref
  if (type === 'content') return { kind: 'content', id: key }
  return type === 'space' ? { kind: 'space', key } : { kind: 'user', id: key }
}

/** The day of a blog post in an address: `/2026/09/27/`, or `2026/09/27` in a query. */
export function dayIn(text: string | null | undefined): string | null {
  const found = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=\/|$)/.exec(text ?? '')
  if (found === null) return null
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function anchorOf(hash: string): { readonly anchor?: string } {
  const bare = decoded(hash.replace(/^#/, ''))
  return bare === '' ? {} : { anchor: bare }
}

/** A percent sign that begins no code stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
