import type { EntityRef } from '@shared/graph'
import { isVisible } from '../api/ask'
import { escapeHtml, forbiddenPage, html, notAllowed, type Reply } from '../api/reply'
import { namesOf } from '../api/shapes-v1'
import type { DemoRelation, LiveWorld, World } from '../world'
import { addressOf, entityAt } from './address'
import { changedBy, changeForm } from './change-form'

const mostRows = 200
const footer =
  '<footer><p>This is the demo site of Relation Explorer. All of it is made up.</p></footer>'

export type Asked = {
  readonly method: string
  /** Begins after the origin. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** What a form sends, as it came. */
  readonly body: string
  /** Whether a page of this site asks; a form of another one changes nothing here. */
  readonly isOwn: boolean
}

/** A readable page for an address for people, without sign-in, and what its form does. */
export function webPage({ method, path, query, body, isOwn }: Asked, world: LiveWorld): Reply {
  if (method === 'POST' && path[0] === 'wiki') {
    return isOwn
      ? changedBy(new URLSearchParams(body), path.slice(1), query, world)
      : forbiddenPage()
  }
  if (method !== 'GET' && method !== 'HEAD') return notAllowed(method, 'GET', 'HEAD')
  const [wiki = '', ...rest] = path.filter((segment) => segment !== '')
  if (wiki === '' || (wiki === 'wiki' && rest.length === 0)) return homePage(world)
  const ref = wiki === 'wiki' ? entityAt(rest, query) : null
  return ref !== null && isVisible(world, ref) ? entityPage(ref, world) : missingPage
}

const missingPage = html(
  'Page not found',
  `<h1>Page not found</h1><p>This address names nothing here, or nothing that may be seen.</p><p><a href="/wiki">To the spaces</a></p>${footer}`,
  404,
)

function homePage(world: World): Reply {
  const spaces = [...world.spaces.keys()].map((key) => ({ type: 'space', key }) as const)
  const items = spaces.map((space) => `<li>${link(space, world)}</li>`).join('')
  return html(
    'Tern &amp; Tide',
    `<h1>Tern &amp; Tide</h1><h2>Spaces</h2><ul>${items}</ul>${footer}`,
  )
}

function entityPage(ref: EntityRef, world: World): Reply {
  const title = escapeHtml(titleOf(ref, world))
  // What the one end may not be seen of, is not told by the other.
  const relations = world.relations
    .at(ref)
    .filter(({ source, target }) => isVisible(world, source) && isVisible(world, target))
  const rows = relations.slice(0, mostRows).map((relation) => row(relation, world))
  const more = relations.length > mostRows ? `<p>and ${relations.length - mostRows} more</p>` : ''
  const form = ref.type === 'content' ? changeForm(world.content.get(ref.key)) : ''
  const list = rows.length === 0 ? '<p>None.</p>' : `<ul>${rows.join('')}</ul>${more}`
  return html(
    title,
    `<nav><a href="/wiki">Tern &amp; Tide</a></nav><h1>${title}</h1><p class="about">${about(ref, world)}</p><h2>Relations</h2>${list}${form}${footer}`,
  )
}

function titleOf({ type, key }: EntityRef, { users, spaces, content }: World): string {
  if (type === 'space') return spaces.get(key)?.name ?? key
  if (type === 'content') return content.get(key)?.title ?? key
  return nameOf(key, users)
}

function nameOf(accountId: string, users: World['users']): string {
  const user = users.get(accountId)
  if (user === undefined) return accountId
  const { displayName, publicName } = namesOf(user)
  return displayName ?? publicName
}

function about({ type, key }: EntityRef, world: World): string {
  if (type === 'user') return 'Person'
  if (type === 'space') return `Space ${escapeHtml(key)}`
  const content = world.content.get(key)
  if (content === undefined) return ''
  const space = link({ type: 'space', key: content.spaceKey }, world)
  const author = link({ type: 'user', key: content.authorId }, world)
  return `${content.kind}, ${content.status}, in ${space}, by ${author} on ${content.createdAt.slice(0, 10)}`
}

const row = ({ name, source, target }: DemoRelation, world: World): string =>
  `<li>${link(source, world)} — ${escapeHtml(name)} → ${link(target, world)}</li>`

const link = (ref: EntityRef, world: World): string =>
  `<a href="${escapeHtml(addressOf(ref, world))}">${escapeHtml(titleOf(ref, world))}</a>`
