import { expect } from 'vitest'
import { z } from 'zod'
import type { DemoContent, DemoSite } from '../../../../electron/demo-site'
import { faultsOf } from '../../resources/api-description'

type Asking = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text goes as it is, anything else as JSON. */
  readonly body?: unknown
  /** Sends no Authorization header. */
  readonly anonymous?: boolean
  readonly token?: string
  /** The answer need not obey the description: what was asked is not in it, or a trap breaks it. */
  readonly unchecked?: boolean
}

type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly contentType: string
  readonly text: string
  /** Undefined where the body is no JSON. */
  readonly body: unknown
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const requestOf = (
  { email, token: right }: DemoSite,
  { method = 'GET', headers = {}, body, anonymous = false, token = right }: Asking,
): RequestInit => ({
  method,
  redirect: 'manual',
  headers: {
    'user-agent': 'relation-explorer-tests/1.0',
    ...(!anonymous && {
      authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
    }),
    ...(method !== 'GET' && { 'x-atlassian-token': 'no-check' }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})

/** Asks a demo site as a program does. Every answer in JSON is held against the API's description. */
export async function ask(site: DemoSite, path: string, asking: Asking = {}): Promise<Answer> {
  const response = await fetch(site.origin + path, requestOf(site, asking))
  const text = await response.text()
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    contentType: response.headers.get('content-type') ?? '',
    text,
    body: parsed(text),
  }
  if (answer.contentType.startsWith('application/json') && asking.unchecked !== true) {
    const { pathname } = new URL(site.origin + path)
    const faults = faultsOf({ method: asking.method ?? 'GET', path: pathname, ...answer })
    const { status } = answer
    expect({ path, status, faults }).toEqual({ path, status, faults: [] })
  }
  return answer
}

const User = z.object({ accountId: z.string(), displayName: z.string().nullable() })
export const Relation = z.object({
  name: z.string(),
  relationData: z.object({ createdBy: User, createdDate: z.string() }).optional(),
  source: z.record(z.string(), z.unknown()).optional(),
  target: z.record(z.string(), z.unknown()).optional(),
  _expandable: z.record(z.string(), z.string()),
  _links: z.record(z.string(), z.string()),
})
export const RelationPage = z.object({
  results: z.array(Relation),
  start: z.number(),
  limit: z.number(),
  size: z.number(),
  _links: z.object({
    base: z.string(),
    context: z.string(),
    self: z.string(),
    next: z.string().optional(),
  }),
})
export type RelationPage = z.infer<typeof RelationPage>
export const ErrorV1 = z.object({ statusCode: z.number(), message: z.string() })

export const relationPage = async (site: DemoSite, path: string): Promise<RelationPage> =>
  RelationPage.parse((await ask(site, path)).body)

type Ref = { readonly type: 'content' | 'user' | 'space'; readonly key: string }
const api = '/wiki/rest/api/relation'
const segment = ({ type, key }: Ref) => `${type}/${encodeURIComponent(key)}`
const withQuery = (path: string, query: string) => (query === '' ? path : `${path}?${query}`)

/** Addresses of the five operations; `name` is a path segment, encoded already. */
export const targetsOf = (name: string, source: Ref, type: string, query = '') =>
  withQuery(`${api}/${name}/from/${segment(source)}/to/${type}`, query)
export const sourcesOf = (name: string, target: Ref, type: string, query = '') =>
  withQuery(`${api}/${name}/to/${segment(target)}/from/${type}`, query)
export const relationAt = (name: string, source: Ref, target: Ref, query = '') =>
  withQuery(`${api}/${name}/from/${segment(source)}/to/${segment(target)}`, query)

export const content = (key: string): Ref => ({ type: 'content', key })
export const user = (key: string): Ref => ({ type: 'user', key })
export const space = (key: string): Ref => ({ type: 'space', key })

/** The first content of a site that passes a test; throws where there is none. */
export function firstContent({ world }: DemoSite, is: (one: DemoContent) => boolean): DemoContent {
  for (const one of world.content.values()) if (is(one)) return one
  throw new Error('The demo site has no such content')
}

export const titled = (site: DemoSite, title: string): DemoContent =>
  firstContent(site, (one) => one.title === title)
