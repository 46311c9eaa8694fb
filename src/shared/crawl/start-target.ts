import { type EntityRef, EntityType } from '../graph'
import { contentId } from './tiny-link'

/** What a typed start means, before any call is made. */
export type StartTarget =
  /** `subtype` is a hint from the address: page, blogpost, whiteboard, database, folder, embed. */
  | { readonly kind: 'entity'; readonly ref: EntityRef; readonly subtype?: string }
  | { readonly kind: 'me' }
  | {
      readonly kind: 'title'
      readonly spaceKey: string
      readonly title: string
      readonly contentType: 'page' | 'blogpost'
    }
  | { readonly kind: 'words'; readonly text: string }

const spaceKey = /^~?[\p{L}\p{N}][\p{L}\p{N}._@-]{0,253}$/u
const accountId = /^[A-Za-z0-9][A-Za-z0-9:_.-]{0,127}$/

export const contentTarget = (digits: string, subtype?: string): StartTarget | null => {
  const id = contentId(digits)
  if (id === null) return null
  const ref = { type: EntityType.enum.content, key: id }
  return subtype === undefined ? { kind: 'entity', ref } : { kind: 'entity', ref, subtype }
}

export const spaceTarget = (key: string): StartTarget | null =>
  spaceKey.test(key) ? { kind: 'entity', ref: { type: EntityType.enum.space, key } } : null

export const userTarget = (id: string): StartTarget | null => {
  if (/^(me|current)$/i.test(id)) return { kind: 'me' }
  return accountId.test(id)
    ? { kind: 'entity', ref: { type: EntityType.enum.user, key: id } }
    : null
}

export const titleTarget = (
  key: string,
  title: string,
  contentType: 'page' | 'blogpost',
): StartTarget | null =>
  spaceKey.test(key) && title.trim() !== ''
    ? { kind: 'title', spaceKey: key, title: title.trim(), contentType }
    : null
