/** The bytes of a file as text, and numbers in words. */
export { counted } from './counted'
export { decodeText } from './decode-text'
export { inBytes } from './in-bytes'
