import { contentKey } from './content-key'
import { dayIn } from './address-target'
import type { Target } from './model'

export type Attributes = Readonly<Record<string, string>>

const empty: Target = { kind: 'none', why: 'empty' }

/** Words that storage writes in place of a title. */
const relativeWords = new Map([
  ['@self', 'self'],
  ['@home', 'home'],
  ['@parent', 'parent'],
] as const)

/**
 * What a resource identifier (`ri:page`, `ri:user`, ...) names; null where the element is none that
 * names an entity. Titles are kept letter by letter: pages were seen whose titles differ in
 * characters without a width only.
 */
export function resourceTarget(element: string, attributes: Attributes): Target | null {
  switch (element) {
    case 'ri:page':
      return byId(attributes) ?? pageTarget(attributes['ri:content-title'], spaceIn(attributes))
    case 'ri:blog-post':
      return byId(attributes) ?? postTarget(attributes)
    case 'ri:content-entity':
      return byId(attributes) ?? empty
    case 'ri:space':
      return spaceTarget(attributes)
    case 'ri:user':
      return userTarget(attributes)
    case 'ri:shortcut':
      return { kind: 'none', why: /jira/i.test(attributes['ri:key'] ?? '') ? 'jira' : 'outside' }
    case 'ri:url':
      return { kind: 'none', why: 'outside' }
    default:
      return null
  }
}

/** A page by its title; some words stand for a place in the tree instead. */
export function pageTarget(title: string | undefined, space: string | undefined): Target {
  if (title === undefined || title === '' || title === '@none') return empty
  const word = relativeWords.get(title as '@self')
  if (word !== undefined) return { kind: 'relative', word }
  return { kind: 'page', title, ...(space !== undefined && { space }) }
}

function byId(attributes: Attributes): Target | null {
  const id = contentKey(attributes['ri:content-id'])
  return id === null ? null : { kind: 'content', id }
}

/** Without a key, or as `currentSpace()`, it is the space of the page itself. */
function spaceIn(attributes: Attributes): string | undefined {
  const key = attributes['ri:space-key']
  return key === undefined || key === '' || key === 'currentSpace()' ? undefined : key
}

function postTarget(attributes: Attributes): Target {
  const title = attributes['ri:content-title']
  if (title === undefined || title === '') return empty
  const space = spaceIn(attributes)
  const day = dayIn(attributes['ri:posting-day'])
  return {
    kind: 'blogpost',
    title,
    ...(space !== undefined && { space }),
    ...(day !== null && { day }),
  }
}

function spaceTarget(attributes: Attributes): Target {
  const key = spaceIn(attributes)
  return key === undefined ? empty : { kind: 'space', key }
}

/** The account id decides; a key from an import may be one too, or is of somebody unknown. */
function userTarget(attributes: Attributes): Target {
  const id = attributes['ri:account-id'] ?? attributes['ri:userkey']
  return id === undefined || id === '' ? empty : { kind: 'user', id }
}
