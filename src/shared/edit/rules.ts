import type { Failure } from '../failure'
import type { EntityRef } from '../graph'

const refuse = (sentence: string, next: string, suggestion?: string): Failure =>
  suggestion === undefined
    ? { kind: 'rule', sentence, next }
    : { kind: 'rule', sentence, next, suggestion }

/** Confluence documents no limit for names, so this is deliberately narrow and our own. */
const allowedName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Relations that Confluence makes by itself; none of them can be written through its API. */
const readOnly: Readonly<Record<string, string>> = {
  like: 'Likes are given on the page itself',
  link: 'Page links follow from what is written on a page',
  collaborator: 'Confluence notes by itself who works on a page',
  touched: 'Confluence notes by itself who changed a page',
  contributor: 'Confluence notes by itself who contributed to a page',
}

/** The rule for a name alone: those that only Confluence writes, and near misses of `favourite`. */
function checkName(name: string): Failure | null {
  const lower = name.toLowerCase()
  const reason = Object.hasOwn(readOnly, lower) ? readOnly[lower] : undefined
  if (reason !== undefined) {
    return refuse(
      `${reason}, so the relation “${name}” cannot be made or deleted here.`,
      'Choose a name of your own.',
    )
  }
  if (name !== 'favourite' && /^favou?rite$/.test(lower)) {
    return refuse(
      `Confluence knows no relation “${name}”.`,
      'Did you mean “favourite”? It is written the British way, in small letters.',
      'favourite',
    )
  }
  return null
}

function checkFavourite(source: EntityRef, target: EntityRef): Failure | null {
  if (source.type === 'user' && target.type !== 'user') return null
  return refuse(
    'A “favourite” goes from a person to a page, blog post or space.',
    source.type !== 'user' && target.type === 'user'
      ? 'Flip the direction, or choose another name.'
      : 'Choose another name, or other ends.',
  )
}

/**
 * Says why a relation may not be made, or null where nothing speaks against it. The type rule for
 * `favourite` is from the API's reference; the rest is ours, stricter than Confluence may be.
 */
export function checkRelation(name: string, source: EntityRef, target: EntityRef): Failure | null {
  if (name === '') return refuse('A relation needs a name.', 'Type a name or choose one.')
  const refused = checkName(name)
  if (refused !== null) return refused
  if (!allowedName.test(name)) {
    return refuse(
      'Relation Explorer makes names of 1 to 64 letters (A to Z), digits, “-” and “_” only, beginning with a letter or digit.',
      'Change the name. This is our own rule: Confluence says nothing about names.',
    )
  }
  if (source.type === target.type && source.key === target.key) {
    return refuse('A relation from a thing to itself is not made here.', 'Choose another target.')
  }
  return name === 'favourite' ? checkFavourite(source, target) : null
}

/**
 * Says why relations of this name may not be deleted, or null. Wider than the rule for making
 * them: a name that others made may be of any characters, as long as it fits one path segment.
 */
export function checkDelete(name: string): Failure | null {
  const refused = checkName(name)
  if (refused !== null) return refused
  return name === '' || name === '.' || name === '..' || /[/\\]/.test(name)
    ? refuse(
        `The name “${name}” cannot be sent to Confluence safely.`,
        'Delete this relation with the program that made it.',
      )
    : null
}
