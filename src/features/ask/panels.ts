export { AskPanel } from './ask-panel'
