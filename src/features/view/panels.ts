export { FocusBar } from './focus-bar'
