import { bodyFormats, bodyOf } from '../bodies'
import type { DemoContent } from '../world'
import { type Context, isMultiple } from './ask'

const formatsIn = (query: URLSearchParams): string[] =>
  query.getAll('body-format').flatMap((value) => value.split(','))

/** Rows with their bodies that a site under the trap still answers. */
const mostWithBodies = 25

/** Sites were seen to time out on large lists of bodies: fewer are answered. */
export const isTooMuch = (query: URLSearchParams, { has }: Context): boolean =>
  has('large-lists-504') &&
  formatsIn(query).length > 0 &&
  Math.min(Number(query.get('limit') ?? mostWithBodies), query.getAll('id').length || Infinity) >
    mostWithBodies

/** How each listed body is told: in one format, not at all, or empty where two were asked for. */
export function bodiesIn(
  query: URLSearchParams,
  context: Context,
): (content: DemoContent) => object {
  const asked = formatsIn(query)
  if (asked.length === 0) return () => ({})
  const format = bodyFormats.find((known) => known === asked[0])
  if (format === undefined || asked.length > 1) return () => ({ body: {} })
  return (content) =>
    context.has('no-bodies') && isMultiple(content.id, 7n)
      ? { body: {} }
      : { body: { [format]: { representation: format, value: valueOf(content, format, context) } } }
}

function valueOf(
  content: DemoContent,
  format: (typeof bodyFormats)[number],
  { world, origin, has }: Context,
): string {
  const value = bodyOf(content, world, origin, format)
  if (format === 'atlas_doc_format') return has('adf-without-ids') ? withoutAddresses(value) : value
  if (has('torn-bodies') && isMultiple(content.id, 5n)) return torn(value)
  return has('large-bodies') && isMultiple(content.id, 35n) ? swollen(value) : value
}

/** Everything that leads to a page loses the address by which it does. */
const withoutAddresses = (value: string): string =>
  JSON.stringify(
    JSON.parse(value, (key, part: unknown) =>
      (key === 'href' || key === 'url') && typeof part === 'string' && part.includes('/wiki/')
        ? undefined
        : part,
    ),
  )

/** Cut within the last tag but a few, as where a limit of some store was met. */
function torn(value: string): string {
  const at = value.lastIndexOf('</')
  return at < 0 ? value : value.slice(0, at + 1)
}

const filler = '<p>The tide comes in and the tide goes out, and somebody has to write it down.</p>'

/** As large as Confluence lets a page become, with its links at the end. */
const swollen = (value: string): string =>
  filler.repeat(Math.ceil((5_000_000 - value.length) / filler.length)) + value
