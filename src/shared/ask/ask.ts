import { askChange } from './change'
import type { Answer, AskInput, AskKind, Change, Question } from './model'
import { askNowhere } from './nowhere'
import { answerOf } from './row'
import { askShape } from './shape'
import { askStale } from './stale'
import { askUnreached } from './unreached'
import { toWiki } from './wiki'

/** The answer to one question. The same graph gives the same answer. */
export function ask(input: AskInput, question: Question): Answer {
  const wiki = toWiki(input)
  switch (question.kind) {
    case 'change':
      return askChange(wiki, question) ?? answerOf(wiki, notHere)
    case 'nowhere':
      return askNowhere(wiki)
    case 'unreached':
      return askUnreached(wiki)
    case 'stale':
      return askStale(wiki, question)
    case 'shape':
      return askShape(wiki)
  }
}

const notHere = {
  kind: 'change',
  groups: [],
  isAnswered: false,
  notes: [{ sentence: 'That page is not in this graph.', next: 'Choose one that is.' }],
} as const

/** The questions as people ask them. */
export const askWords: Readonly<Record<AskKind, string>> = {
  change: 'What if I change this page?',
  nowhere: 'Where do links go nowhere?',
  unreached: 'What does nobody reach?',
  stale: 'What is stale or ownerless?',
  shape: 'How does it hang together?',
}

/** The first of them, where it is known what is meant to be done. */
const changeWords: Readonly<Record<Change, string>> = {
  rename: 'What if I rename this page?',
  move: 'What if I move this page?',
  delete: 'What if I delete this page?',
}

/** An answer's question as a person would ask it. */
export const questionWords = ({ kind, by }: Pick<Answer, 'kind' | 'by'>): string =>
  by === null ? askWords[kind] : changeWords[by]
