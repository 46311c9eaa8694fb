/** Asks the drawn graph one of the five questions of a wiki, away from the page. */
export { type AskModel, createAskStore } from './store'
