export { useAnswerForm } from './answer-form'
export { AskPanel } from './ask-panel'
