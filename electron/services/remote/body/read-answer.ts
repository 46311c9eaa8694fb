import type { Reading } from '../../markup'

/** An answer to be read. */
export type Job = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly secrets: readonly string[]
  /** One with more in it is not read. */
  readonly mostValues: number
  /** How the bodies of a list of pages are to be read for what they name; null where they are not. */
  readonly reading: Reading | null
}

export type Answer =
  | { readonly kind: 'read'; readonly head: string; readonly value: unknown }
  | { readonly kind: 'no-json'; readonly head: string }
  | { readonly kind: 'too-many' }

/** An answer, and the bodies that were taken out of it. */
export type Taken = { readonly answer: Answer; readonly bodies: readonly (string | null)[] }

/** Longer than any text that Confluence has in one place, such as a title; bodies of pages aside. */
const longestText = 10_000
/** What a page says stands under this name; Confluence takes up to 5 MB of it. */
const bodyName = 'value'
const longestBody = 8_000_000
/** Enough to tell a page of a proxy from data. */
const headLength = 10_000

/** Looks how much is in an answer, takes out what we sent, parses it, and leaves out what is endless. */
export function readAnswer({ bytes, secrets, mostValues, reading }: Job): Taken {
  if (valuesIn(bytes) > mostValues) return { answer: { kind: 'too-many' }, bodies: [] }
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const text = secrets.reduce((clean, secret) => clean.replaceAll(secret, '[removed]'), whole)
  const head = text.slice(0, headLength)
  try {
    const value: unknown = JSON.parse(text, shortened)
    const bodies = reading === null ? [] : bodiesOutOf(value, reading)
    return { answer: { kind: 'read', head, value }, bodies }
  } catch {
    return { answer: { kind: 'no-json', head }, bodies: [] }
  }
}

const [comma, brace, bracket, quote, escape] = [0x2c, 0x7b, 0x5b, 0x22, 0x5c]

/**
 * A bound of how many values are in a body, from its signs alone; those within a text are of what
 * somebody wrote.
 */
function valuesIn(bytes: Uint8Array): number {
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

function shortened(name: string, value: unknown): unknown {
  const most = name === bodyName ? longestBody : longestText
  return typeof value === 'string' && value.length > most ? value.slice(0, most) : value
}

/** Takes the body out of each row of a list; in its place stands which of them it was. */
function bodiesOutOf(value: unknown, { format }: Reading): (string | null)[] {
  const rows: unknown = isObject(value) ? Reflect.get(value, 'results') : null
  if (!Array.isArray(rows)) return []
  return rows.map((row: unknown, at) => {
    if (!isObject(row)) return null
    const body: unknown = Reflect.get(row, 'body')
    const inFormat: unknown = isObject(body) ? Reflect.get(body, format) : null
    const text: unknown = isObject(inFormat) ? Reflect.get(inFormat, bodyName) : null
    Reflect.set(row, 'body', typeof text === 'string' ? at : null)
    return typeof text === 'string' ? text : null
  })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
