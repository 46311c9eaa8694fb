/** The bytes of a file as text, and how many they are in words. */
export { decodeText } from './decode-text'
export { inBytes } from './in-bytes'
