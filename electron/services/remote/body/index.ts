/** Reads the bodies of answers, large ones beside the event loop. */
export { type Body, readBody } from './read-body'
export { bodyReader, type BodyReader, createBodyReader, type Names } from './reader'
