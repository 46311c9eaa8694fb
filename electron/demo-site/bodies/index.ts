/** What the pages of the demo site say, in both formats, in keeping with their relations. */
export { bodyOf, bodyFormats } from './body-of'
