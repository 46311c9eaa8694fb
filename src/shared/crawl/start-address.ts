import type { Failure } from '../failure'
import { type Refusal, targetAtPath } from './address-path'
import { contentTarget, spaceTarget, type StartTarget, userTarget } from './start-target'
import {
  absoluteAddress,
  confluenceFolders,
  readAddress,
  segmentsOf,
  type WebAddress,
} from './web-address'

export type ParsedStart =
  | { readonly ok: true; readonly target: StartTarget }
  | { readonly ok: false; readonly failure: Failure }

const longestWords = 500

/**
 * Reads what a person typed as a start: any Confluence address, `content:ID`, `space:KEY`,
 * `user:ID`, `me`, or words to search for. Makes no call and never throws.
 * `siteOrigin` is the connected site, such as `https://example.atlassian.net`; an address of
 * another host is refused with a reason that names both.
 */
export function parseStart(text: string, siteOrigin: string): ParsedStart {
  const typed = unwrap(text)
  if (typed === '') return notUnderstood(text, 'there is nothing to look for.')
  const address = absoluteAddress(typed, siteOrigin)
  return address === null ? parseShort(typed) : parseAddress(typed, address, siteOrigin)
}

const ok = (target: StartTarget): ParsedStart => ({ ok: true, target })

const notUnderstood = (input: string, reason: string): ParsedStart => ({
  ok: false,
  failure: { kind: 'not-understood', input: input.trim().slice(0, 200), reason },
})

const refused = ({ reason, next }: Refusal): ParsedStart => ({
  ok: false,
  failure: { kind: 'refused-address', reason, next },
})

/** Characters without a width that come along when text is copied from a page or a chat. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

const wrappings: readonly (readonly [open: string, close: string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
]

function unwrap(text: string): string {
  let inner = text.replace(invisible, '').trim()
  for (;;) {
    const around = wrappings.find(
      ([open, close]) => inner.length > 1 && inner.startsWith(open) && inner.endsWith(close),
    )
    if (around === undefined) return inner
    inner = inner.slice(1, -1).trim()
  }
}

function parseAddress(typed: string, address: string, siteOrigin: string): ParsedStart {
  const url = readAddress(address)
  if (url === null) return notUnderstood(typed, 'it looks like an address, but is not a valid one.')
  const site = readAddress(siteOrigin)?.host ?? siteOrigin
  const foreign = refuseHost(url, site)
  if (foreign !== null) return refused(foreign)
  // In a classic title path a plus sign is a space; a real one is written %2B.
  const display = /^(\/wiki)?\/display\//.test(url.pathname)
  const path = segmentsOf(display ? url.pathname.replaceAll('+', '%20') : url.pathname)
  if (path === null) return notUnderstood(typed, 'its percent signs do not add up.')
  const [top = '', ...rest] = path
  if (top !== 'wiki' && !confluenceFolders.includes(top)) return refused(refuseFolder(top, site))
  const read = targetAtPath(top === 'wiki' ? rest : path, url.searchParams)
  return 'reason' in read ? refused(read) : ok(read)
}

function refuseHost(url: WebAddress, site: string): Refusal | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { reason: 'This is not a web address.', next: 'Paste an https address.' }
  }
  if (url.username !== '' || url.password !== '') {
    return {
      reason: 'An address with a user name or password in it is not accepted.',
      next: 'Paste the address without the part before the @.',
    }
  }
  if (url.host === site) return null
  return {
    reason: `This address is on ${url.host}, but you are connected to ${site}.`,
    next: `Paste an address of ${site}, or connect to ${url.host}.`,
  }
}

const jiraFolders = ['jira', 'browse', 'projects', 'issues', 'secure', 'servicedesk']

const refuseFolder = (top: string, site: string): Refusal => ({
  reason: jiraFolders.includes(top)
    ? `This address belongs to Jira; Confluence is at ${site}/wiki.`
    : `This address names nothing in Confluence, which is at ${site}/wiki.`,
  next: 'Paste the address of a page, blog post, space or person.',
})

const accountLike = /^(\d+:)?[0-9a-f-]{24,}$/i

function parseShort(typed: string): ParsedStart {
  const prefixed = /^([a-z]+):\s*(\S+)$/i.exec(typed)
  const named = prefixed === null ? null : parseNamed(typed, prefixed[1] ?? '', prefixed[2] ?? '')
  if (named !== null) return named
  if (/^(me|current)$/i.test(typed)) return ok({ kind: 'me' })
  if (accountLike.test(typed)) return found(userTarget(typed), typed, 'it is no account id.')
  if (/^\d+$/.test(typed)) {
    return found(contentTarget(typed), typed, 'a content id is a positive number of 64 bits.')
  }
  if (/^~\S+$/.test(typed)) return found(spaceTarget(typed), typed, 'it is no space key.')
  return typed.length > longestWords
    ? notUnderstood(typed, `a search takes at most ${longestWords} characters.`)
    : ok({ kind: 'words', text: typed })
}

const found = (target: StartTarget | null, typed: string, reason: string): ParsedStart =>
  target === null ? notUnderstood(typed, reason) : ok(target)

/** `content:ID` and the like; null where the word before the colon is none of ours. */
function parseNamed(typed: string, name: string, key: string): ParsedStart | null {
  switch (name.toLowerCase()) {
    case 'content':
      return found(contentTarget(key), typed, 'after content: comes a number.')
    case 'page':
      return found(contentTarget(key, 'page'), typed, 'after page: comes a number.')
    case 'space':
      return found(spaceTarget(key), typed, 'after space: comes a space key.')
    case 'user':
      return found(userTarget(key), typed, 'after user: comes an account id.')
    default:
      return null
  }
}
