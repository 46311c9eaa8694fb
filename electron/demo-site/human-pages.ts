import type { EntityRef } from '@shared/graph'
import { type Context, isVisible } from './context'
import { escapeHtml, html, type Reply } from './reply'
import type { DemoRelation } from './relation-store'
import { webui } from './shapes'

/** What a browser gets for the address of a page, space or person: enough to see where one is. */
export function humanPage(
  path: readonly string[],
  query: URLSearchParams,
  context: Context,
): Reply {
  const ref = refAt(path, query)
  if (ref === null || !isVisible(context.world, ref)) {
    return html(
      '<title>Not found</title><h1>Page not found</h1><p>This demo site has no such page.</p>',
      404,
    )
  }
  const title = escapeHtml(titleOf(ref, context))
  const relations = [...context.world.relations.all()].filter(
    ({ source, target }) => same(source, ref) || same(target, ref),
  )
  const rows = relations
    .slice(0, 200)
    .map((relation) => row(relation, context))
    .join('')
  return html(
    `<meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${about(ref, context)}</p>` +
      `<h2>Relations</h2><ul>${rows}</ul><p>This is the demo site of Relation Explorer.</p>`,
  )
}

function refAt(path: readonly string[], query: URLSearchParams): EntityRef | null {
  const [first, second, third] = path
  const pageId = query.get('pageId')
  if (first === 'pages' && pageId !== null) return { type: 'content', key: pageId }
  if (first === 'people' && second !== undefined) return { type: 'user', key: second }
  if (first !== 'spaces' || second === undefined) return null
  if (third === undefined || third === 'overview') return { type: 'space', key: second }
  const id = third === 'blog' ? path[6] : path[3]
  return id === undefined ? null : { type: 'content', key: id }
}

const same = (a: EntityRef, b: EntityRef) => a.type === b.type && a.key === b.key

function titleOf({ type, key }: EntityRef, { world }: Context): string {
  if (type === 'user') return world.users.get(key)?.name ?? key
  if (type === 'space') return world.spaces.get(key)?.name ?? key
  return world.content.get(key)?.title ?? key
}

function about({ type, key }: EntityRef, { world }: Context): string {
  if (type === 'user') return 'Person'
  if (type === 'space') return `Space ${escapeHtml(key)}`
  const content = world.content.get(key)
  if (content === undefined) return ''
  const author = world.users.get(content.authorId)?.name ?? 'somebody'
  return escapeHtml(
    `${content.kind} in ${content.spaceKey}, written by ${author} on ${content.createdAt.slice(0, 10)}, ${content.status}`,
  )
}

function row({ name, source, target }: DemoRelation, context: Context): string {
  return `<li>${link(source, context)} — ${escapeHtml(name)} → ${link(target, context)}</li>`
}

function link(ref: EntityRef, context: Context): string {
  const title = escapeHtml(
    isVisible(context.world, ref) ? titleOf(ref, context) : 'Restricted page',
  )
  return `<a href="${escapeHtml(addressOf(ref, context))}">${title}</a>`
}

function addressOf({ type, key }: EntityRef, { world }: Context): string {
  if (type === 'user') return `/wiki/people/${encodeURIComponent(key)}`
  if (type === 'space') return `/wiki/spaces/${encodeURIComponent(key)}`
  const content = world.content.get(key)
  return content === undefined ? '/wiki' : `/wiki${webui(content)}`
}
