import {
  type Answer,
  answerText,
  ask,
  type AskPart,
  joinParts,
  type Question,
  toAnswerFile,
} from '@shared/ask'
import { answerCsv } from '@shared/export'

export type WriteAs = 'csv' | 'json' | 'text'

/** An answer, and what is told of it in a file. */
export type Writing = {
  readonly as: WriteAs
  readonly answer: Answer
  readonly about: Parameters<typeof toAnswerFile>[1]
  /** Of the page that the answer is about. */
  readonly title: string
}

/** What crosses from the page to who answers; the graph comes before the question, in pieces. */
export type AskMessage =
  | { readonly kind: 'part'; readonly part: AskPart }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'write'; readonly writing: Writing }

/** What comes back; nothing does for a part. */
export type AskReply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'written'; readonly text: string }

/** Takes a graph and answers, or writes an answer down, on either side. */
export function createAnswering(): (message: AskMessage) => AskReply | null {
  const parts: AskPart[] = []
  return (message) => {
    switch (message.kind) {
      case 'part':
        parts.push(message.part)
        return null
      case 'ask':
        return { kind: 'answer', answer: ask(joinParts(parts), message.question) }
      case 'write':
        return { kind: 'written', text: written(message.writing) }
    }
  }
}

/** As the command line writes it. */
function written({ as, answer, about, title }: Writing): string {
  switch (as) {
    case 'csv':
      return answerCsv(answer)
    case 'json':
      return `${JSON.stringify(toAnswerFile(answer, about), null, 2)}\n`
    case 'text':
      return answerText(answer, () => title)
  }
}
