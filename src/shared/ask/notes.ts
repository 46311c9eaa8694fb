import type { AnswerNote } from './model'
import type { Wiki } from './wiki'

const shown = 8

/** Some names in a sentence: `A, B and 3 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - shown
  return more > 0
    ? `${names.slice(0, shown).join(', ')} and ${more.toLocaleString('en')} more`
    : names.join(', ')
}

const mapASpace = 'Map a space first; its pages tell what they link to.'

/** Where no page was read, nothing is known of what pages hold. */
export const nothingRead: AnswerNote = {
  sentence: 'No page was read here, so what pages hold is not known.',
  next: mapASpace,
}

/** What is in no space that was read may lead here as well. */
export function atLeast(wiki: Wiki): AnswerNote {
  if (wiki.spaces.size === 0) {
    return {
      sentence: 'No space was mapped, so there may be more than is listed.',
      next: mapASpace,
    }
  }
  return {
    sentence: `Only pages of ${listed([...wiki.spaces])} were read, so this is what is there at least: other spaces, and pages hidden from you, may link here too.`,
    next: 'Map the other spaces too.',
  }
}

export const noLinks: AnswerNote = {
  sentence: 'No page link was read, so pages may look as if nothing linked to them.',
  next: 'Map with the relation link.',
}
