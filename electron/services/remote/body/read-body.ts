import { FailureError } from '@shared/failure'
import { withoutSecrets } from '../scrub'
import { mostValues, readLargeBody } from './large-body'

/** A body without our secrets; of a large one the beginning, and what was in it. */
export type Body = {
  readonly text: string
  /** Of a large body that is JSON. */
  readonly parsed?: { readonly value: unknown }
}

export type Bounds = {
  readonly maxBytes: number
  /** Who answers, for a sentence. */
  readonly site: string
  readonly secrets: readonly string[]
}

/** In bytes; up to here reading takes less time than asking another thread for it. */
const small = 200_000

/** Reads a whole body. Throws the failure `too-large`, which is told before more is read than that. */
export async function readBody(
  body: AsyncIterable<unknown> & { destroy(): unknown },
  { maxBytes, site, secrets }: Bounds,
): Promise<Body> {
  const tooLarge = (limit: string) => new FailureError({ kind: 'too-large', site, limit })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without encoding comes in buffers')
    size += chunk.length
    if (size > maxBytes) {
      body.destroy()
      throw tooLarge(`${Math.round(maxBytes / 1_000_000)} MB`)
    }
    chunks.push(chunk)
  }
  if (size <= small) {
    return { text: withoutSecrets(Buffer.concat(chunks).toString('utf8'), secrets) }
  }
  const read = await readLargeBody(joined(chunks, size), secrets)
  switch (read.kind) {
    case 'too-many':
      throw tooLarge(`${mostValues.toLocaleString('en')} values`)
    case 'no-json':
      return { text: read.head }
    case 'read':
      return { text: read.head, parsed: { value: read.value } }
  }
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
