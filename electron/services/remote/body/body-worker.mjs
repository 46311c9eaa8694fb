/**
 * Reads large bodies beside the event loop: looks how much is in one, takes out what we sent, parses
 * it and hands on what is not endless. Started by `large-body.ts`; one body at a time.
 */
import { parentPort } from 'node:worker_threads'

/** Longer than any text that Confluence has in one place, such as a title; bodies of pages aside. */
const longestText = 10_000
/** What a page says stands under this name; Confluence takes up to 5 MB of it. */
const bodyName = 'value'
const longestBody = 8_000_000
/** Enough to tell a page of a proxy from data. */
const headLength = 10_000

const [comma, brace, bracket, quote, escape] = [',', '{', '[', '"', '\\'].map((letter) =>
  letter.charCodeAt(0),
)

/**
 * A bound of how many values are in a body, from its signs alone; those within a text are of what
 * somebody wrote. @param {Uint8Array} bytes
 */
function valuesIn(bytes) {
  let count = 1
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (isText && byte === escape) at += 1
    else if (byte === quote) isText = !isText
    else if (!isText && (byte === comma || byte === brace || byte === bracket)) count += 1
  }
  return count
}

/** @param {string} name @param {unknown} value */
const shortened = (name, value) => {
  const most = name === bodyName ? longestBody : longestText
  return typeof value === 'string' && value.length > most ? value.slice(0, most) : value
}

/** @param {{ bytes: Uint8Array, secrets: readonly string[], mostValues: number }} job */
function read({ bytes, secrets, mostValues }) {
  if (valuesIn(bytes) > mostValues) return { kind: 'too-many' }
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const text = secrets.reduce((clean, secret) => clean.replaceAll(secret, '[removed]'), whole)
  const head = text.slice(0, headLength)
  try {
    return { kind: 'read', head, value: JSON.parse(text, shortened) }
  } catch {
    return { kind: 'no-json', head }
  }
}

parentPort?.on('message', (job) => {
  const answer = read(job)
  try {
    parentPort?.postMessage(answer)
  } catch {
    // Nested deeper than can be handed on.
    parentPort?.postMessage({ kind: 'too-many' })
  }
})
