import { decode } from 'fast-png'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPngFile, type Depth } from '../../../../../src/features/export/picture/png-file'

describe('a PNG that is written row by row', () => {
  it('is read back to the pixel, however the rows are cut into bands', async () => {
    const anyPicture = fc
      .record({
        width: fc.integer({ min: 1, max: 40 }),
        height: fc.integer({ min: 1, max: 30 }),
        depth: fc.constantFrom<Depth>(3, 4),
        band: fc.integer({ min: 1, max: 30 }),
      })
      .chain((shape) => {
        const length = shape.width * shape.height * shape.depth
        return fc
          .uint8Array({ minLength: length, maxLength: length })
          .map((pixels) => ({ ...shape, pixels }))
      })
    await fc.assert(
      fc.asyncProperty(anyPicture, async ({ width, height, depth, band, pixels }) => {
        const file = createPngFile(width, height, depth)
        const stride = width * depth
        for (let top = 0; top < height; top += band) {
          await file.write(pixels.subarray(top * stride, Math.min(height, top + band) * stride))
        }
        const blob = await file.end()
        const read = decode(new Uint8Array(await blob.arrayBuffer()), { checkCrc: true })
        expect([read.width, read.height, read.channels]).toEqual([width, height, depth])
        expect(Buffer.compare(Buffer.from(read.data.buffer), Buffer.from(pixels))).toBe(0)
      }),
    )
  })
})
