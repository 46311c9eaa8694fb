/** The five questions that people have about their wiki, answered from the graph alone. */
export { ask, askWords, questionWords } from './ask'
export { AnswerFile, toAnswerFile } from './answer-file'
export { answerSentence } from './answer-sentence'
export { answerText } from './answer-text'
export {
  type Answer,
  type AnswerGroup,
  type AnswerRow,
  type AskKind,
  askKinds,
  type Change,
  changes,
  type Question,
} from './model'
export { type AskPart, askParts, joinParts, toAskInput } from './to-input'
