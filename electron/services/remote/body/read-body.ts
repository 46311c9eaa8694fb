import { FailureError } from '@shared/failure'
import type { Reading } from '../../markup'
import { withoutSecrets } from '../scrub'
import type { BodyReader, Names } from './reader'

/** A body without our secrets; of a large one the beginning, and what was in it. */
export type Body = {
  readonly text: string
  /** Of a large body that is JSON. */
  readonly parsed?: { readonly value: unknown }
  /** What the bodies of pages name that were to be read. Throws the failure `too-large`. */
  readonly named?: () => Promise<Names>
  /** How long it took to read what had come, in ms. */
  readonly readMs: number
}

export type Bounds = {
  readonly maxBytes: number
  /** Who answers, for a sentence. */
  readonly site: string
  readonly secrets: readonly string[]
  /** How bodies of pages are to be read; null where they are left as they are. */
  readonly reading: Reading | null
  readonly reader: BodyReader
  readonly log?: ((line: string) => void) | undefined
}

/** In bytes; up to here reading takes less time than asking another thread for it. */
const small = 200_000
/** What one list of Confluence's can hold, several times over. */
const mostValues = 100_000

type Stream = AsyncIterable<unknown> & { destroy(): unknown }

/** Reads a whole body. Throws the failure `too-large`, which is told before more is read than that. */
export async function readBody(body: Stream, bounds: Bounds): Promise<Body> {
  const { secrets, reading, reader, log } = bounds
  const { chunks, size } = await gathered(body, bounds)
  const came = performance.now()
  const readMs = () => performance.now() - came
  if (size <= small && reading === null) {
    const text = withoutSecrets(Buffer.concat(chunks).toString('utf8'), secrets)
    return { text, readMs: readMs() }
  }
  const bytes = joined(chunks, size)
  const { answer, named } = await reader({ bytes, secrets, mostValues, reading }, log)
  switch (answer.kind) {
    case 'too-many':
      throw tooManyValues(bounds)
    case 'no-json':
      return { text: answer.head, readMs: readMs() }
    case 'read':
      return {
        text: answer.head,
        parsed: { value: answer.value },
        named: async () => {
          const names = await named()
          if (names === null) throw tooManyValues(bounds)
          return names
        },
        readMs: readMs(),
      }
  }
}

const tooLarge = ({ site }: Bounds, limit: string) =>
  new FailureError({ kind: 'too-large', site, limit })
const tooManyValues = (bounds: Bounds) =>
  tooLarge(bounds, `${mostValues.toLocaleString('en')} values`)

async function gathered(body: Stream, bounds: Bounds): Promise<{ chunks: Buffer[]; size: number }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without encoding comes in buffers')
    size += chunk.length
    if (size > bounds.maxBytes) {
      body.destroy()
      throw tooLarge(bounds, `${Math.round(bounds.maxBytes / 1_000_000)} MB`)
    }
    chunks.push(chunk)
  }
  return { chunks, size }
}

/** In memory of its own, which can be handed to another thread without a copy. */
function joined(chunks: Buffer[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks.splice(0)) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
