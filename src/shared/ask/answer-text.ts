import { answerSentence } from './answer-sentence'
import { questionWords } from './ask'
import type { Answer, AnswerGroup, AnswerRow } from './model'

/** A title may hold line ends, and what a terminal obeys. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** An answer as a list for people, to read or to mail: each page with its address below it. */
export function answerText(answer: Answer, titleOf: (page: string) => string = (id) => id): string {
  const about = answer.page === null ? '' : ` “${titleOf(answer.page)}”`
  const lines = [
    plain(`${questionWords(answer)}${about}`),
    '',
    plain(answerSentence(answer)),
    '',
    ...answer.groups.flatMap(groupLines),
    ...answer.notes.map(({ sentence, next }) => plain(`${sentence} ${next}`)),
  ]
  return `${lines.join('\n')}\n`
}

const groupLines = ({ title, meaning, rows, total }: AnswerGroup): string[] => [
  `${title} (${total.toLocaleString('en')})`,
  meaning,
  ...rows.flatMap(rowLines),
  ...(total > rows.length ? [`  … and ${(total - rows.length).toLocaleString('en')} more`] : []),
  '',
]

const rowLines = ({ title, space, why, url }: AnswerRow): string[] => [
  plain(`  - ${title}${space === null ? '' : ` (${space})`}${why === '' ? '' : `: ${why}`}`),
  ...(url === null ? [] : [`    ${url}`]),
]
