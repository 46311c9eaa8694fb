export { ComparedBar } from './compared-bar'
export { FocusBar } from './focus-bar'
