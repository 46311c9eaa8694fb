import type { Failure } from '../failure'
import type { EntityRef, Relation } from '../graph'
import { favourite, whyReadOnly } from '../vocabulary'
import { quoted } from '../text'

const refuse = (sentence: string, next: string, suggestion?: string): Failure =>
  suggestion === undefined
    ? { kind: 'rule', sentence, next }
    : { kind: 'rule', sentence, next, suggestion }

/** Confluence documents no limit for names, so this is deliberately narrow and our own. */
const allowedName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** The rule for a name alone: those that only Confluence writes, and near misses of `favourite`. */
function checkName(name: string, instead: string): Failure | null {
  const reason = whyReadOnly(name)
  if (reason !== null) {
    return refuse(
      `${reason}, so the relation ${quoted(name)} cannot be made or deleted here.`,
      instead,
    )
  }
  if (name !== favourite && /^favou?rite$/i.test(name)) {
    return refuse(
      `Confluence knows no relation ${quoted(name)}.`,
      'Did you mean “favourite”? It is written the British way, in small letters.',
      favourite,
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
      : 'Choose another name, or other nodes.',
  )
}

/**
 * Says why a relation may not be made, or null where nothing speaks against it. The type rule for
 * `favourite` is from the API's reference; the rest is ours, stricter than Confluence may be.
 */
export function checkRelation(name: string, source: EntityRef, target: EntityRef): Failure | null {
  if (name === '') return refuse('A relation needs a name.', 'Type a name or choose one.')
  const refused = checkName(name, 'Choose a name of your own.')
  if (refused !== null) return refused
  if (!allowedName.test(name)) {
    return refuse(
      'Relation Explorer makes names of 1 to 64 letters (A to Z), digits, “-” and “_” only, beginning with a letter or digit.',
      'Change the name. This is our own rule: Confluence says nothing about names.',
    )
  }
  if (source.type === target.type && source.key === target.key) {
    return refuse('A relation from a node to itself is not made here.', 'Choose another target.')
  }
  return name === favourite ? checkFavourite(source, target) : null
}

/** Says why a relation that is drawn may not be deleted or changed, or null. */
export const checkChange = ({ relation, origin }: Pick<Relation, 'relation' | 'origin'>) =>
  origin === undefined
    ? checkDelete(relation)
    : refuse(
        'This relation is written in a page, so it can be changed only there.',
        'Open the page that it starts from, and change it in Confluence.',
      )

/**
 * Says why relations of this name may not be deleted, or null. Wider than the rule for making
 * them: a name that others made may be of any characters, as long as it fits one path segment.
 */
export function checkDelete(name: string): Failure | null {
  const refused = checkName(
    name,
    name.toLowerCase() === 'link'
      ? 'Edit the page to remove the link.'
      : 'It goes when what it tells of is undone in Confluence.',
  )
  if (refused !== null) return refused
  return name === '' || name === '.' || name === '..' || /[/\\]/.test(name)
    ? refuse(
        `The name ${quoted(name)} cannot be sent to Confluence safely.`,
        'Delete this relation with the program that made it.',
      )
    : null
}
