import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStart, type StartTarget } from '@shared/crawl'
import { explain } from '@shared/failure'

const site = 'https://example.atlassian.net'
const demo = 'http://127.0.0.1:41234'

const content = (key: string, subtype?: string): StartTarget => ({
  kind: 'entity',
  ref: { type: 'content', key },
  ...(subtype === undefined ? {} : { subtype }),
})
const space = (key: string): StartTarget => ({ kind: 'entity', ref: { type: 'space', key } })
const user = (key: string): StartTarget => ({ kind: 'entity', ref: { type: 'user', key } })
const title = (spaceKey: string, words: string, contentType: 'page' | 'blogpost' = 'page') => ({
  kind: 'title',
  spaceKey,
  title: words,
  contentType,
})

const account = '712020:0f1e2d3c-aaaa-bbbb-cccc-1234567890ab'
const encodedAccount = '712020%3A0f1e2d3c-aaaa-bbbb-cccc-1234567890ab'

const paths: [path: string, target: object][] = [
  ['/wiki/spaces/DOC/pages/123', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/123/', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/123/Title+Slug', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/123/100%25+sure?focusedCommentId=9#anchor', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/edit-v2/123?draftShareId=abc', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/123/edit', content('123', 'page')],
  ['/wiki/spaces/DOC/pages/9007199254740993', content('9007199254740993', 'page')],
  ['/wiki/pages/viewpage.action?pageId=123', content('123')],
  ['/wiki/pages/viewpage.action?pageId=123&pageVersion=4', content('123')],
  ['/wiki/pages/editpage.action?pageId=123', content('123')],
  ['/wiki/pages/viewinfo.action?pageId=123', content('123')],
  ['/wiki/pages/viewpagesrc.action?pageId=123', content('123')],
  ['/wiki/pages/viewpageattachments.action?pageId=123', content('123')],
  ['/wiki/pages/viewpreviousversions.action?pageId=123', content('123')],
  ['/wiki/pages/resumedraft.action?draftId=123', content('123')],
  ['/wiki/pages/viewpage.action?spaceKey=DOC&title=Release+notes', title('DOC', 'Release notes')],
  [
    '/wiki/pages/viewpage.action?spaceKey=DOC&title=News&postingDay=2026%2F01%2F02',
    title('DOC', 'News', 'blogpost'),
  ],
  ['/wiki/display/DOC/Release+notes', title('DOC', 'Release notes')],
  ['/wiki/display/DOC/C%2B%2B+style', title('DOC', 'C++ style')],
  ['/wiki/display/DOC/Either%2FOr', title('DOC', 'Either/Or')],
  ['/wiki/display/DOC/2026/01/02/News', title('DOC', 'News', 'blogpost')],
  ['/wiki/display/DOC', space('DOC')],
  ['/wiki/display/~anna', space('~anna')],
  ['/wiki/display/~anna/My+page', title('~anna', 'My page')],
  ['/wiki/spaces/DOC/blog/2026/01/02/123/News', content('123', 'blogpost')],
  ['/wiki/spaces/DOC/blog/edit-v2/123', content('123', 'blogpost')],
  ['/wiki/spaces/DOC/blog/123', content('123', 'blogpost')],
  ['/wiki/spaces/DOC/whiteboard/123', content('123', 'whiteboard')],
  ['/wiki/spaces/DOC/database/123', content('123', 'database')],
  ['/wiki/spaces/DOC/folder/123?atlOrigin=x', content('123', 'folder')],
  ['/wiki/spaces/DOC/embed/123', content('123', 'embed')],
  ['/wiki/spaces/DOC', space('DOC')],
  ['/wiki/spaces/DOC/overview?homepageId=7', space('DOC')],
  ['/wiki/spaces/DOC/pages', space('DOC')],
  ['/wiki/spaces/DOC/blog', space('DOC')],
  ['/wiki/spaces/viewspace.action?key=DOC', space('DOC')],
  ['/wiki/spaces/~712020abc', space('~712020abc')],
  ['/wiki/spaces/%7E712020abc/overview', space('~712020abc')],
  ['/wiki/spaces/~712020abc/pages/123/Mine', content('123', 'page')],
  [`/wiki/people/${account}`, user(account)],
  [`/wiki/people/${encodedAccount}?ref=confluence`, user(account)],
  ['/wiki/people/5b10a2844c20165700ede21g', user('5b10a2844c20165700ede21g')],
  ['/wiki/x/NwAB', content('65591')],
  ['/wiki/x/mwD-/', content('16711835')],
  ['/wiki/x/mwD-', content('16711835')],
  ['/wiki/download/attachments/123/a%20file.pdf?version=1', content('123')],
  ['/spaces/DOC/pages/123/Title', content('123', 'page')],
]

const short: [text: string, target: object][] = [
  ['123', content('123')],
  ['00123', content('123')],
  ['content:123', content('123')],
  ['Content: 123', content('123')],
  ['page:123', content('123', 'page')],
  ['space:DOC', space('DOC')],
  ['space:~anna', space('~anna')],
  [`user:${account}`, user(account)],
  ['user:me', { kind: 'me' }],
  ['me', { kind: 'me' }],
  ['Current', { kind: 'me' }],
  ['~anna', space('~anna')],
  [account, user(account)],
  ['5b10a2844c20165700ede211', user('5b10a2844c20165700ede211')],
  ['DOC', { kind: 'words', text: 'DOC' }],
  ['release notes', { kind: 'words', text: 'release notes' }],
  ['user: how to sign in', { kind: 'words', text: 'user: how to sign in' }],
  ['wiki', { kind: 'words', text: 'wiki' }],
  ['and/or', { kind: 'words', text: 'and/or' }],
  ['node.js', { kind: 'words', text: 'node.js' }],
  ['v1.2/3', { kind: 'words', text: 'v1.2/3' }],
  ['/etc/hosts', { kind: 'words', text: '/etc/hosts' }],
  ['constructor:valueOf', { kind: 'words', text: 'constructor:valueOf' }],
]

describe('reading a start', () => {
  describe.each([site, demo])('on %s', (origin) => {
    it.each(paths)('reads %s', (path, target) => {
      expect(parseStart(origin + path, origin)).toEqual({ ok: true, target })
    })

    it.each(paths)('reads the bare path %s', (path, target) => {
      expect(parseStart(path, origin)).toEqual({ ok: true, target })
    })

    it.each(paths)('reads %s without a scheme', (path, target) => {
      const text = origin.replace(/^https?:\/\//, '') + path
      expect(parseStart(text, origin)).toEqual({ ok: true, target })
    })

    it.each(short)('reads %j', (text, target) => {
      expect(parseStart(text, origin)).toEqual({ ok: true, target })
    })
  })

  const page = `${site}/wiki/spaces/DOC/pages/123`
  it.each([
    `  ${page}  `,
    `\n${page}\t`,
    `<${page}>`,
    `"${page}"`,
    `'${page}'`,
    `“${page}”`,
    `"<${page}>"`,
    `\u200b${page}\ufeff`,
    page.replace('https', 'http'),
    page.replace('https', 'HTTPS').replace('example', 'EXAMPLE'),
    page.replace('https://', '//'),
    'Example.Atlassian.NET/wiki/spaces/DOC/pages/123',
    'wiki/spaces/DOC/pages/123',
  ])('reads the same page from %j', (text) => {
    expect(parseStart(text, site)).toEqual({ ok: true, target: content('123', 'page') })
  })

  it.each([
    ['https://other.atlassian.net/wiki/spaces/DOC/pages/123', 'other.atlassian.net'],
    ['other.atlassian.net/wiki/spaces/DOC', 'other.atlassian.net'],
    ['other.atlassian.net', 'other.atlassian.net'],
    ['https://example.atlassian.net.evil.org/wiki/x/NwAB', 'example.atlassian.net.evil.org'],
    ['example.atlassian.net.evil.org/wiki/x/NwAB', 'example.atlassian.net.evil.org'],
    ['https://example.atlassian.net:8443/wiki/x/NwAB', 'example.atlassian.net:8443'],
    ['https://api.atlassian.com/ex/confluence/c/wiki/api/v2/pages/1', 'api.atlassian.com'],
  ])('refuses %s and names both hosts', (text, host) => {
    const parsed = parseStart(text, site)
    expect(parsed).toMatchObject({ ok: false, failure: { kind: 'refused-address' } })
    if (parsed.ok) return
    expect(explain(parsed.failure).sentence).toContain(host)
    expect(explain(parsed.failure).sentence).toContain('example.atlassian.net.')
  })

  it.each([
    ['/wiki', /names no page/],
    ['', /names nothing in Confluence/],
    ['/wiki/home', /names no page/],
    ['/wiki/search?text=123', /names no page/],
    ['/wiki/dosearchsite.action?queryString=x', /names no page/],
    ['/wiki/spaces', /list of all spaces/],
    ['/wiki/spaces/DOC/calendars', /“calendars”/],
    ['/wiki/spaces/DOC/pages/create', /no valid content id/],
    ['/wiki/spaces/DOC/pages/0', /no valid content id/],
    ['/wiki/spaces/DOC/whiteboard', /no valid content id/],
    ['/wiki/spaces/DOC/pages/9223372036854775808', /no valid content id/],
    ['/wiki/pages/viewpage.action?pageId=abc', /no valid content id/],
    ['/wiki/pages/createpage.action?spaceKey=DOC', /names no page/],
    ['/wiki/spaces/D%2FC', /no valid space key/],
    ['/wiki/spaces/..%2f..%2fadmin', /no valid space key/],
    ['/wiki/people/search', /no single person/],
    ['/wiki/people/a%2Fb', /no valid account id/],
    ['/wiki/x/NwAB!', /no valid tiny link code/],
    ['/wiki/display/DOC/A/B', /no valid space key and title/],
    ['/wiki/l/cp/AbCdEf', /share link/],
    ['/jira/software/projects/ABC', /belongs to Jira/],
    ['/browse/ABC-1', /belongs to Jira/],
    ['/admin', /names nothing in Confluence/],
  ])('refuses %s with a reason', (path, reason) => {
    const parsed = parseStart(site + path, site)
    expect(parsed.ok).toBe(false)
    expect(parsed).toMatchObject({
      failure: { kind: 'refused-address', reason: expect.stringMatching(reason) as string },
    })
  })

  it('asks for the full address where a share link is given', () => {
    const parsed = parseStart(`${site}/wiki/l/cp/AbCdEf`, site)
    expect(parsed.ok ? '' : explain(parsed.failure).next).toContain('full address')
  })

  it('never repeats a password that stands in an address', () => {
    const parsed = parseStart('https://anna:hunter2@example.atlassian.net/wiki/x/NwAB', site)
    expect(parsed).toMatchObject({ ok: false, failure: { kind: 'refused-address' } })
    expect(JSON.stringify(parsed)).not.toContain('hunter2')
  })

  it.each(['ftp://example.atlassian.net/wiki/x/NwAB', 'javascript://example.atlassian.net/%0a1'])(
    'refuses %s, which is no web address',
    (text) => {
      expect(parseStart(text, site)).toMatchObject({
        ok: false,
        failure: { kind: 'refused-address', reason: 'This is not a web address.' },
      })
    },
  )

  it.each([
    '',
    '   ',
    '<>',
    'https://',
    'https://exa mple/wiki',
    `${site}/wiki/display/DOC/100%`,
    'content:abc',
    'page:-1',
    'space:a/b',
    'user:a/b',
    '0',
    '99999999999999999999',
    '~a/b',
    'x'.repeat(501),
  ])('does not understand %j and says why', (text) => {
    const parsed = parseStart(text, site)
    expect(parsed).toMatchObject({ ok: false, failure: { kind: 'not-understood' } })
    if (!parsed.ok) expect(explain(parsed.failure).sentence).toMatch(/: .+\.$/)
  })

  it('never throws, and gives only refs that can be sent, whatever is typed', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(site, '/wiki', '/spaces/', '/display/', '/x/', '/people/', '%', '%2F', ':'),
        fc.constantFrom('https://', 'content:', 'user:', 'space:', '~', '<', '"', '?pageId=', '1'),
      ),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const parsed = parseStart(parts.join(''), site)
        if (!parsed.ok || parsed.target.kind !== 'entity') return
        expect(parsed.target.ref.key).toMatch(/^[^\s/?#\\%]{1,255}$/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads back every content id, however it is written', () => {
    const ids = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String)
    const shapes = fc.constantFrom(
      (id: string) => id,
      (id: string) => `content:${id}`,
      (id: string) => `${site}/wiki/spaces/DOC/pages/${id}/Any+title`,
      (id: string) => `${site}/wiki/pages/viewpage.action?x=1&pageId=${id}`,
    )
    fc.assert(
      fc.property(ids, shapes, (id, write) => {
        expect(parseStart(write(id), site)).toMatchObject({
          ok: true,
          target: { kind: 'entity', ref: { type: 'content', key: id } },
        })
      }),
    )
  })
})
