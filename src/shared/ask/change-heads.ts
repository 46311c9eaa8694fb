import type { AnswerGroup, Change } from './model'

type Head = {
  readonly kind: string
  readonly title: string
  /** Where it is open which change is meant. */
  readonly meaning: string
  /** What each change does to what is listed; null where it does nothing. */
  readonly effects: Readonly<Record<Change, string | null>>
}

/**
 * What is listed under one heading, and what a change does to it. Where a change leaves it as it
 * is, it is told beside the answer and counts as no finding.
 */
export function headFor(
  name: keyof typeof heads,
  by: Change | undefined,
): Pick<AnswerGroup, 'kind' | 'title' | 'meaning' | 'isFinding'> {
  const { kind, title, meaning, effects }: Head = heads[name]
  if (by === undefined) return { kind, title, meaning, isFinding: true }
  const effect = effects[by]
  return { kind, title, meaning: effect ?? unchanged, isFinding: effect !== null }
}

const unchanged = 'Nothing changes there, as far as Confluence follows the page.'

export const typedAddresses = {
  sentence:
    'Links that were typed as an address with the title in it are counted, but a map does not tell them apart; a new title may leave them behind.',
  next: 'Look at the addresses in the pages that are listed, before you rename.',
}

const heads = {
  links: {
    kind: 'links',
    title: 'Link to it',
    meaning:
      'Rename or move: Confluence follows a link to a page; words that someone typed for it stay as they are. Deletion: these links lead nowhere.',
    effects: {
      rename: 'Confluence follows the link; words that someone typed for it stay as they are.',
      move: null,
      delete: 'These links lead nowhere then.',
    },
  },
  includes: {
    kind: 'includes',
    title: 'Include it',
    meaning:
      'Any change of its text shows there too. Rename or move: nothing, as far as Confluence follows the include. Deletion: what was included is missing there.',
    effects: { rename: null, move: null, delete: 'What was included is missing there then.' },
  },
  linksShown: {
    kind: 'links-shown',
    title: 'Show a link to it through an include',
    meaning:
      'The link is written elsewhere; there it is seen. Deletion: it leads nowhere there too.',
    effects: {
      rename: 'The words of the link stay as they are there too.',
      move: null,
      delete: 'The link leads nowhere there too.',
    },
  },
  lists: {
    kind: 'lists',
    title: 'List its children',
    meaning: 'Rename or move: the list follows the page. Deletion: the list has nothing to show.',
    effects: { rename: null, move: null, delete: 'The list has nothing to show then.' },
  },
  listed: {
    kind: 'listed',
    title: 'List it among the children of its parent',
    meaning:
      'Rename: the list has the new title. Move to another parent, or deletion: it is no longer listed.',
    effects: {
      rename: 'The list has the new title then.',
      move: 'Under another parent it is no longer listed there.',
      delete: 'It is no longer listed there.',
    },
  },
  files: {
    kind: 'files',
    title: 'Use a file of it',
    meaning: 'Rename or move: the files go along. Deletion: its files are gone with it.',
    effects: { rename: null, move: null, delete: 'Its files are gone with it.' },
  },
  children: {
    kind: 'children',
    title: 'Stand below it',
    meaning: 'Move: they go along. Deletion: they are deleted too, or need another parent.',
    effects: {
      rename: null,
      move: 'They go along.',
      delete: 'They are deleted too, or need another parent.',
    },
  },
} as const satisfies Readonly<Record<string, Head>>
