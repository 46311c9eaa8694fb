import { namedInWords, namingVerb, type Unresolved } from '../graph'
import type { Answer, AnswerRow, AskNode, ReadRelation } from './model'
import { nothingRead } from './notes'
import { answerOf, group, inOrder, nodeRow } from './row'
import type { Wiki } from './wiki'

/** Links to what is not there to be seen, and to what nobody is to read any more. */
export function askNowhere(wiki: Wiki): Answer {
  const { unresolved } = wiki
  const named = (state: Unresolved['state']) =>
    inOrder(
      (unresolved ?? []).filter((one) => one.state === state).flatMap((one) => openRow(wiki, one)),
    )
  const isKnown = unresolved !== null
  return answerOf(wiki, {
    kind: 'nowhere',
    notes: isKnown ? [] : [wiki.spaces.size === 0 ? nothingRead : notKept],
    isAnswered: isKnown,
    groups: [
      group(heads.notSeen, named('not-seen')),
      group(heads.ambiguous, named('ambiguous')),
      group(
        heads.archived,
        leadingTo(wiki, ({ status }) => status === 'archived'),
      ),
      group(
        heads.trashed,
        leadingTo(wiki, ({ status }) => gone.has(status)),
      ),
      group(heads.notChecked, named('not-checked')),
    ],
  })
}

const gone: ReadonlySet<string> = new Set(['trashed', 'deleted', 'missing'])

const longest = 120

/** Words of a link can be a whole paragraph. */
export function shortWords(words: string): string {
  const letters = Array.from(words)
  return letters.length <= longest ? words : `${letters.slice(0, longest - 1).join('')}…`
}

function openRow(wiki: Wiki, { source, relation, names, words }: Unresolved): AnswerRow[] {
  const page = wiki.nodes[wiki.at.get(source) ?? -1]
  const what = namedInWords({ relation, names })
  const why = words === undefined ? what : `${what}, written as “${shortWords(words)}”`
  const row = { title: source, space: null, url: null, node: source, nodes: [source], edges: [] }
  return [page === undefined ? { ...row, why } : nodeRow(page, why)]
}

const counting: readonly ReadRelation[] = ['link', 'includes', 'lists-children-of', 'uses-file-of']

/** Every relation from what is current to what is not. */
function leadingTo(wiki: Wiki, isThat: (node: AskNode) => boolean): AnswerRow[] {
  const rows = wiki.nodes.flatMap((node, at) => {
    if (node.status !== 'current') return []
    return counting.flatMap((relation) =>
      wiki.ways[relation].from(at).flatMap((to) => {
        const target = wiki.nodes[to]
        if (target === undefined || !isThat(target)) return []
        return nodeRow(node, `${namingVerb(relation)} “${target.title}”`, [target])
      }),
    )
  })
  return inOrder(rows)
}

const notKept = {
  sentence: 'What pages name and nobody saw is not known here.',
  next: 'Map the spaces again, or open the file that the map wrote.',
}

const heads = {
  notSeen: {
    kind: 'not-seen',
    title: 'Name nothing that you can see',
    meaning: 'It was looked for. It may be gone, named otherwise now, or hidden from you.',
  },
  ambiguous: {
    kind: 'ambiguous',
    title: 'Name several',
    meaning: 'More than one has this name, so it is not known which is meant.',
  },
  archived: {
    kind: 'archived',
    title: 'Lead to archived pages',
    meaning: 'Readers still get there, but the page is kept for the record only.',
  },
  trashed: {
    kind: 'trashed',
    title: 'Lead to what is no longer there',
    meaning: 'It is in the trash or gone; in the trash it can be restored.',
  },
  notChecked: {
    kind: 'not-checked',
    title: 'Not looked for',
    meaning:
      'Outside of what was mapped, so it is not known whether it is there. Map that space too.',
    isFinding: false,
  },
} as const
