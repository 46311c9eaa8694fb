import { agree, counted } from '../text'
import type { Answer, AnswerGroup } from './model'

/** The answer in a sentence or two, with what it does not cover: what was not looked for is not none. */
export function answerSentence(answer: Answer): string {
  const { found, isAnswered } = answer
  const parts = [
    ...(found > 0 ? [foundWords(answer)] : isAnswered ? ['Nothing was found.'] : []),
    ...(isAnswered ? [] : [found > 0 ? notAll : notKnown]),
    ...besideWords(answer.groups),
  ]
  return parts.join(' ')
}

const notKnown = 'This cannot be answered from what is known here.'
const notAll = 'That is not all: what is known here does not do for a whole answer.'

function foundWords({ kind, groups, found }: Answer): string {
  const pages = pagesIn(groups)
  switch (kind) {
    case 'change':
      return `At least ${counted(pages, 'page')} would notice.`
    case 'nowhere':
      return `${counted(found, 'link')} ${agree(found, 'goes', 'go')} nowhere or to archived pages, as far as is known.`
    case 'unreached':
      return `From the mapped spaces, ${counted(pages, 'page')} ${agree(pages, 'is', 'are')} not reached: no link leads there, or no way from a homepage.`
    case 'stale':
      return `${counted(pages, 'page')} ${agree(pages, 'needs', 'need')} somebody to look after ${agree(pages, 'it', 'them')}.`
    case 'shape':
      return `${counted(found, 'finding')} in how the pages hang together.`
  }
}

/** A page is counted once, however many findings it has. */
const pagesIn = (groups: readonly AnswerGroup[]): number =>
  new Set(groups.flatMap(({ isFinding, rows }) => (isFinding ? rows.map(({ node }) => node) : [])))
    .size

const besideWords = (groups: readonly AnswerGroup[]): string[] =>
  groups.flatMap(({ kind, total }) =>
    kind === 'not-checked'
      ? [
          `${counted(total, 'more was', 'more were')} not looked for: whether that leads anywhere is not known.`,
        ]
      : [],
  )
