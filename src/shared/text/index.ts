/** The bytes of a file as text. */
export { decodeText } from './decode-text'
