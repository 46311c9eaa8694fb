import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Fact } from '@shared/site-check'
import type { Asker, Asking, Seen } from './asker'
import { linksInAdf, linksInStorage } from './count-links'
import { bodiesOf, findFacts, idsOf, listFacts, resultsOf } from './read-body'

/** Pages of which `link` is held against the bodies. */
const compared = 6
const sizes = [25, 50, 100, 250] as const
const limits = [100, 200, 500, 1000] as const
const statuses = ['archived', 'trashed', 'draft'] as const
/** Kinds of content whose ids a relation may or may not take, by how one of them is found. */
const kinds = ['whiteboard', 'database', 'folder', 'comment', 'attachment'] as const

/** Calls of each part at most; one that is answered with 429 is made twice. */
const planned = {
  account: 1,
  recent: 1,
  links: 2,
  names: 3,
  findLimits: limits.length,
  bodies: 3 + sizes.length + compared,
  misses: 4,
  searches: 3,
  people: 1,
  spaces: 2,
  oddIds: 2 * (statuses.length + kinds.length),
}
/** Calls of a reading check. */
export const readPlanned = Object.values(planned).reduce((sum, calls) => sum + calls, 0)

const v1 = (path: string) => `/wiki/rest/api/${path}`
const v2 = (path: string) => `/wiki/api/v2/${path}`
const from = (name: string, id: string, query = '') =>
  v1(`relation/${name}/from/content/${encodeURIComponent(id)}/to/content${query}`)
const into = (name: string, id: string, query = '') =>
  v1(`relation/${name}/to/content/${encodeURIComponent(id)}/from/content${query}`)
const whole = '?expand=relationData,source,target&limit=25'

/** A name that nobody has used: what it finds is what nothing looks like. */
export const freshName = () => `zz-probe-${randomBytes(4).toString('hex')}`

/**
 * Everything that can be learnt by reading. `start` is the id of a page to begin from, if any.
 * Nothing more is asked where the site does not say who asks.
 */
export async function readAll(asker: Asker, start: string | null): Promise<void> {
  const account = await asker.ask({
    id: 'account',
    path: v1('user/current'),
    facts: (body) => ({ named: accountOf(body) !== null }),
  })
  if (accountOf(account.body) === null) return
  const recent = await list(asker, 'recent-pages', v2('pages?limit=25&sort=-modified-date'))
  const ids = [...new Set([...(start === null ? [] : [start]), ...idsOf(recent.body)])]
  const near = ids[0]
  if (near !== undefined) {
    await links(asker, near)
    await names(asker, near)
    await findLimits(asker, near)
    await bodies(asker, ids)
  }
  await misses(asker)
  await searches(asker)
  await people(asker, accountOf(account.body))
  await spaces(asker)
  await oddIds(asker)
}

const Account = z.looseObject({ accountId: z.string().min(1) })
const accountOf = (body: unknown): string | null => {
  const read = Account.safeParse(body)
  return read.success ? read.data.accountId : null
}

const list = (asker: Asker, id: string, path: string): Promise<Seen> =>
  asker.ask({ id, path, facts: listFacts })
const find = (asker: Asker, id: string, path: string): Promise<Seen> =>
  asker.ask({ id, path, facts: findFacts })

async function links(asker: Asker, near: string): Promise<void> {
  await find(asker, 'link-out', from('link', near, whole))
  await find(asker, 'link-in', into('link', near, whole))
}

async function names(asker: Asker, near: string): Promise<void> {
  const name = freshName()
  await find(asker, 'empty-find', from(name, near, whole))
  await find(asker, 'empty-find-in', into(name, near, whole))
  await find(asker, 'favourite-find', v1('relation/favourite/from/user/current/to/content'))
}

async function findLimits(asker: Asker, near: string): Promise<void> {
  for (const limit of limits) {
    await list(asker, `find-limit-${limit}`, into('link', near, `?limit=${limit}`))
  }
}

/** Both formats of the same pages, page sizes, and what `link` says of some of them. */
async function bodies(asker: Asker, ids: readonly string[]): Promise<void> {
  const asked = ids.slice(0, 25)
  const query = `limit=${asked.length}&${asked.map((id) => `id=${id}`).join('&')}`
  const storage = bodiesOf(
    (await inFormat(asker, 'format-storage', query, 'storage')).body,
    'storage',
  )
  await inFormat(asker, 'format-adf', query, 'atlas_doc_format', (body) =>
    alike(storage, bodiesOf(body, 'atlas_doc_format')),
  )
  await inFormat(asker, 'two-formats', query, 'storage,atlas_doc_format')
  for (const size of sizes) {
    await inFormat(asker, `bodies-${size}`, `limit=${size}&sort=id`, 'storage')
  }
  const linked = [...storage].filter(([, body]) => linksInStorage(body).all > 0).slice(0, compared)
  for (const [at, [id, body]] of linked.entries()) {
    await asker.ask({
      id: `link-of-${at + 1}`,
      path: from('link', id, whole),
      facts: (found) => ({ ...findFacts(found), 'in-body': linksInStorage(body).all }),
    })
  }
}

const inFormat = (
  asker: Asker,
  id: string,
  query: string,
  format: string,
  more: (body: unknown) => Readonly<Record<string, Fact>> = () => ({}),
): Promise<Seen> =>
  asker.ask({
    id,
    path: v2(`pages?${query}&body-format=${format}`),
    facts: (body) => ({
      ...listFacts(body),
      bodies: bodiesOf(body, 'storage').size + bodiesOf(body, 'atlas_doc_format').size,
      ...more(body),
    }),
  })

/** Pages that hold as many links in both formats, with the addressed ones in the same order. */
function alike(
  storage: ReadonlyMap<string, string>,
  adf: ReadonlyMap<string, string>,
): Readonly<Record<string, Fact>> {
  const both = [...storage].flatMap(([id, body]) => {
    const other = adf.get(id)
    return other === undefined ? [] : [[linksInStorage(body), linksInAdf(other)] as const]
  })
  const same = both.filter(([one, other]) => {
    const order = one.ids.map((id) => other.ids.indexOf(id))
    return one.all === other.all && order.every((at, n) => at >= 0 && at >= (order[n - 1] ?? 0))
  })
  return { 'pages-compared': both.length, 'pages-alike': same.length }
}

/** What a 404 looks like: of a page, of a route, of an id that is none. */
async function misses(asker: Asker): Promise<void> {
  const lost = '999999999999999'
  const says = (text: string) => (body: unknown) => ({
    ...{ 'names-id': JSON.stringify(body ?? '').includes(text) },
  })
  await asker.ask({ id: 'missing-page', path: v2(`pages/${lost}`), facts: says(lost) })
  await asker.ask({
    id: 'gone-route',
    path: v1('zz-no-such-route'),
    facts: (body) => ({ 'names-route': /null for uri/.test(JSON.stringify(body ?? '')) }),
  })
  await find(asker, 'missing-end', from('link', lost, whole))
  await find(asker, 'zero-end', from('link', '0', whole))
}

const firstId = (body: unknown): string => JSON.stringify(resultsOf(body)[0] ?? null)

async function searches(asker: Asker): Promise<void> {
  const query = v1(`search?cql=${encodeURIComponent('type=page')}&limit=2`)
  const first = await list(asker, 'search', query)
  await asker.ask({
    id: 'search-start',
    path: `${query}&start=2`,
    facts: (body) => ({
      ...listFacts(body),
      'same-as-first': resultsOf(body).length > 0 && firstId(body) === firstId(first.body),
    }),
  })
  await list(
    asker,
    'search-people',
    v1(`search/user?cql=${encodeURIComponent('type=user')}&limit=1`),
  )
}

async function people(asker: Asker, account: string | null): Promise<void> {
  if (account === null) return
  const asking: Asking = {
    id: 'people',
    method: 'POST',
    path: v2('users-bulk'),
    body: { accountIds: [account] },
    facts: listFacts,
  }
  await asker.ask(asking)
}

const Keyed = z.looseObject({ key: z.string().min(1) })

/** A key that is written the other way round in its letters. */
async function spaces(asker: Asker): Promise<void> {
  const listed = await list(asker, 'spaces', v2('spaces?limit=5'))
  const keys = resultsOf(listed.body).flatMap((item) => {
    const read = Keyed.safeParse(item)
    return read.success && /^[A-Za-z]+$/.test(read.data.key) ? [read.data.key] : []
  })
  const [key] = keys
  if (key === undefined) return
  const other = key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase()
  await list(asker, 'key-case', v2(`spaces?keys=${encodeURIComponent(other)}`))
}

/** How a find answers for ids that are no current page. */
async function oddIds(asker: Asker): Promise<void> {
  for (const status of statuses) {
    const listed = await list(asker, `one-${status}`, v2(`pages?status=${status}&limit=1`))
    await findAt(asker, status, idsOf(listed.body)[0])
  }
  for (const kind of kinds) {
    const listed = await list(asker, `one-${kind}`, oneOf(kind))
    await findAt(asker, kind, kind === 'comment' ? idsOf(listed.body)[0] : idIn(listed.body))
  }
}

const oneOf = (kind: (typeof kinds)[number]): string => {
  if (kind === 'comment') return v2('footer-comments?limit=1')
  if (kind === 'attachment') return v2('attachments?limit=1')
  return v1(`search?cql=${encodeURIComponent(`type=${kind}`)}&limit=1`)
}

const Hit = z.looseObject({ content: z.looseObject({ id: z.string() }) })

/** The id of the first result, of a list or of a search; attachments say `att9` for 9. */
function idIn(body: unknown): string | undefined {
  const hit = Hit.safeParse(resultsOf(body)[0])
  return (hit.success ? hit.data.content.id : idsOf(body)[0])?.replace(/^att/, '')
}

async function findAt(asker: Asker, what: string, id: string | undefined): Promise<void> {
  if (id !== undefined) await find(asker, `find-at-${what}`, from('link', id, whole))
}
