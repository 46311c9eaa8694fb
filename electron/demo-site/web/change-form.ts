import { isVisible } from '../api/ask'
import { escapeHtml, html, type Reply } from '../api/reply'
import { createChanges, type DemoContent, type LiveWorld } from '../world'
import { addressOf, entityAt } from './address'

const isChangeable = ({ kind }: DemoContent): boolean => kind === 'page' || kind === 'blogpost'

/** What people do to a page: each button is one of them. */
const buttons = [
  ['rename', 'Rename'],
  ['edit', 'Save a new version'],
  ['archive', 'Archive'],
  ['trash', 'Move to the trash'],
  ['restore', 'Take it back'],
] as const

/** A form by which a reader changes a page, so that a map has something to be brought up to date with. */
export function changeForm(content: DemoContent | undefined): string {
  if (content === undefined || !isChangeable(content)) return ''
  const title = `<label>Title <input name="title" value="${escapeHtml(content.title)}" required maxlength="255"></label>`
  const acts = buttons
    .map(([act, words]) => `<button name="act" value="${act}">${words}</button>`)
    .join(' ')
  return `<h2>Change this page</h2><form method="post"><p>${title}</p><p>${acts}</p></form>`
}

/** Does what a form of ours asks for; `path` begins after `/wiki`. */
export function changedBy(
  form: URLSearchParams,
  path: readonly string[],
  query: URLSearchParams,
  world: LiveWorld,
): Reply {
  const ref = entityAt(path, query)
  const content = ref?.type === 'content' ? world.content.get(ref.key) : undefined
  if (ref === null || content === undefined || !isChangeable(content) || !isVisible(world, ref)) {
    return refused('There is no page here that can be changed.', 404)
  }
  const act = buttons.find(([name]) => name === form.get('act'))?.[0]
  if (act === undefined) return refused('Nobody knows how to do that.', 400)
  if (act === 'rename') {
    const refusal = renamed(content, form.get('title')?.trim() ?? '', world)
    if (refusal !== null) return refusal
  } else createChanges(world)[act](content.id)
  return { status: 303, body: '', type: '', headers: { location: addressOf(ref, world) } }
}

/** Gives a page another title; null where that was done. */
function renamed(content: DemoContent, title: string, world: LiveWorld): Reply | null {
  if (title === '' || title.length > 255) return refused('A title has 1 to 255 letters.', 400)
  if (isTaken(title, content, world)) return refused('A page of this space has that title.', 409)
  createChanges(world).rename(content.id, title)
  return null
}

/** Titles of pages are unique in a space, in any case of their letters. */
const isTaken = (title: string, { id, spaceKey }: DemoContent, { content }: LiveWorld): boolean =>
  [...content.values()].some(
    (one) =>
      one.id !== id &&
      one.kind === 'page' &&
      one.spaceKey === spaceKey &&
      one.title.toLowerCase() === title.toLowerCase(),
  )

const refused = (words: string, status: number): Reply =>
  html('Not changed', `<h1>Not changed</h1><p>${words}</p>`, status)
