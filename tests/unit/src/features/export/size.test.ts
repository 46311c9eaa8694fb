import { describe, expect, it } from 'vitest'
import { inBytes, sizeOf, tooLarge } from '../../../../../src/features/export/size'
import { makeScene } from '../../../../../src/features/picture/scene'
import { options, triangle } from '../picture/scene/scene-fixture'

describe('the size of a picture', () => {
  const scene = makeScene(options(triangle()))

  it('goes by the scale, or by the longest side', () => {
    const twice = sizeOf(scene, { kind: 'scale', value: 2 })
    expect(twice.width).toBe(Math.round(scene.box.width * 2))
    const { width, height } = sizeOf(scene, { kind: 'side', value: 20_000 })
    expect(Math.max(width, height)).toBe(20_000)
  })

  it('is refused where it is more than anyone can open', () => {
    expect(tooLarge(sizeOf(scene, { kind: 'side', value: 20_000 }))).toBeNull()
    expect(tooLarge(sizeOf(scene, { kind: 'side', value: 70_000 }))).toContain('60,000')
    expect(tooLarge({ width: 50_000, height: 50_000, scale: 1, bytes: 1 })).toContain('million')
  })

  it.each([
    [400, '1 kB'],
    [120_400, '120 kB'],
    [3_440_000, '3.4 MB'],
    [34_400_000, '34 MB'],
  ])('of %i bytes is said as %s', (bytes, words) => {
    expect(inBytes(bytes)).toBe(words)
  })
})
