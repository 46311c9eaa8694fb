import { z } from 'zod'
import type { Reply } from './api/reply'
import type { Trap } from './traps'

type Has = (trap: Trap) => boolean

/** The answer as it arrives, less or other than what was meant. */
export function bent(has: Has, path: readonly string[], reply: Reply): Reply {
  if (!reply.type.startsWith('application/json')) return reply
  const body = otherwise(has, path, reply)
  return {
    ...reply,
    body: has('cut-json') ? body.slice(0, Math.floor(body.length * 0.6)) : body,
  }
}

const Thing = z.record(z.string(), z.unknown())
type Thing = z.infer<typeof Thing>

const bending: readonly Trap[] = [
  'users-hidden',
  'items-without-id',
  'unknown-types',
  'relations-without-name',
  'no-results',
  'status-text',
]

function otherwise(has: Has, [, api]: readonly string[], { body, status }: Reply): string {
  if (!bending.some(has)) return body
  const parsed = Thing.safeParse(JSON.parse(body))
  // A list at the top holds no items of ours: it is what the sign-in for apps answers.
  if (!parsed.success) return body
  const listed = status === 200 ? bentList(has, parsed.data) : parsed.data
  const said = has('status-text') ? withStatusAsText(listed) : listed
  return JSON.stringify(has('users-hidden') ? withoutFullNames(said, api === 'rest') : said)
}

function bentList(has: Has, answer: Thing): Thing {
  const { results, ...rest } = answer
  if (!Array.isArray(results)) return has('unknown-types') ? withStrangeTypes(answer) : answer
  if (has('no-results')) return rest
  return {
    ...answer,
    results: results.map((item: unknown, at) => (at % 3 === 2 ? bentItem(has, item) : item)),
  }
}

/** A body that says the type of ids. */
const withStrangeTypes = (answer: Thing): Thing => {
  const types = Thing.safeParse(answer['results'])
  if (!types.success) return answer
  const strange = Object.entries(types.data).map(([id, type], at) => [
    id,
    at % 3 === 2 && type !== null ? strangeType : type,
  ])
  return { ...answer, results: Object.fromEntries(strange) as Thing }
}

const strangeType = 'ac:com.example.diagrams:drawio-diagram'
const ids = ['id', 'accountId', 'key']
const nested = ['source', 'target', 'content', 'user', 'space']

function bentItem(has: Has, item: unknown): unknown {
  const parsed = Thing.safeParse(item)
  if (!parsed.success) return item
  const isRelation =
    'name' in parsed.data && '_expandable' in parsed.data && !('key' in parsed.data)
  const kept = Object.entries(parsed.data).flatMap(([name, value]): [string, unknown][] => {
    if (has('items-without-id') && ids.includes(name)) return []
    if (has('relations-without-name') && isRelation && name === 'name') return []
    if (has('unknown-types') && name === 'type' && 'title' in parsed.data) {
      return [[name, strangeType]]
    }
    return [[name, nested.includes(name) ? bentItem(has, value) : value]]
  })
  return Object.fromEntries(kept)
}

function withStatusAsText(answer: Thing): Thing {
  const errors = z.array(Thing).safeParse(answer['errors'])
  if (!errors.success) return answer
  const asText = (error: Thing) => ({ ...error, status: String(error['status']) })
  return { ...answer, errors: errors.data.map(asText) }
}

/** Nobody's full name: the first API leaves it null, the second repeats the public one. */
const withoutFullNames = (answer: Thing, isFirst: boolean): Thing =>
  Thing.parse(
    JSON.parse(JSON.stringify(answer), (_, value: unknown) => {
      const person = Thing.safeParse(value)
      if (!person.success || !('displayName' in person.data)) return value
      return { ...person.data, displayName: isFirst ? null : person.data['publicName'] }
    }),
  )
