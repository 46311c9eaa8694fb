/** Bytes of a colour in the file: with transparency or without. */
export type Depth = 3 | 4

export type PngFile = {
  /** Takes rows of pixels from top to bottom, `width * depth` bytes each. */
  readonly write: (rows: Uint8Array) => Promise<void>
  readonly end: () => Promise<Blob>
}

/**
 * Writes a PNG as its rows come, so that no picture is ever whole in memory: the platform's own
 * deflate, and no filter. Pictures of lines and names have few colours side by side, and are a tenth
 * to a fifth smaller so than by any of the filters, or the best of them for each row. Sizes of a
 * canvas do not bind it.
 */
export function createPngFile(width: number, height: number, depth: Depth): PngFile {
  const parts: BlobPart[] = [signature, chunk('IHDR', header(width, height, depth))]
  const squeeze = new CompressionStream('deflate')
  const writer = squeeze.writable.getWriter()
  const done = collect(squeeze.readable, (data) => parts.push(chunk('IDAT', data)))
  const stride = width * depth
  return {
    write: async (rows) => {
      const count = rows.length / stride
      const lines = new Uint8Array(count * (stride + 1))
      for (let row = 0; row < count; row += 1) {
        // The byte before each row names its filter; 0 is none.
        lines.set(rows.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1)
      }
      await writer.write(lines)
    },
    end: async () => {
      await writer.close()
      await done
      parts.push(chunk('IEND', new Uint8Array()))
      return new Blob(parts, { type: 'image/png' })
    },
  }
}

async function collect(
  from: ReadableStream<Uint8Array<ArrayBuffer>>,
  onData: (data: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = from.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onData(value)
  }
}

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function header(width: number, height: number, depth: Depth): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(13)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  bytes[8] = 8
  bytes[9] = depth === 4 ? 6 : 2
  return bytes
}

function chunk(name: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = name.charCodeAt(at)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)))
  return bytes
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** The check sum that PNG asks for at the end of each chunk. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
