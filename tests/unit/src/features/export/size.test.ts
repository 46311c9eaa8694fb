import { describe, expect, it } from 'vitest'
import { makeScene } from '@shared/scene'
import { sizeOf, tooLarge } from '../../../../../src/features/export/size'
import { options, triangle } from '../../shared/scene/scene-fixture'

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
})
