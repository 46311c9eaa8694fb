import type { EntityType } from './model'

/** What the three types are called, one and many of them. */
export const entityWords: Readonly<Record<EntityType, { one: string; many: string }>> = {
  content: { one: 'content', many: 'content' },
  user: { one: 'person', many: 'people' },
  space: { one: 'space', many: 'spaces' },
}

/**
 * What a kind of content is called. Confluence has words of its own (`blogpost`), and what add-ons
 * make is named by where it comes from: `ac:com.example.diagrams:drawio-diagram`.
 */
export function subtypeWord(subtype: string): string {
  if (subtype === 'blogpost') return 'blog post'
  const own = subtype
    .slice(subtype.lastIndexOf(':') + 1)
    .replace(/[-_]+/g, ' ')
    .trim()
  return own === '' ? entityWords.content.one : own
}

const asTitle = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The same at the beginning of a line. */
export const entityTitles: Readonly<Record<EntityType, { one: string; many: string }>> = {
  content: { one: asTitle(entityWords.content.one), many: asTitle(entityWords.content.many) },
  user: { one: asTitle(entityWords.user.one), many: asTitle(entityWords.user.many) },
  space: { one: asTitle(entityWords.space.one), many: asTitle(entityWords.space.many) },
}
