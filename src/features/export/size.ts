import { inkOf, type Scene } from '../picture'
import type { Choice } from './choice'

export type Size = {
  readonly width: number
  readonly height: number
  /** Px of the picture for one of the canvas. */
  readonly scale: number
  /** A guess, in bytes. */
  readonly bytes: number
}

/** PNG has no limit of its own below two thousand million; this is four times a large poster. */
export const longestSide = 60_000
const mostPixels = 2_000_000_000

/** How large a picture becomes. */
export function sizeOf(scene: Scene, { kind, value }: Choice['size']): Size {
  const { width, height } = scene.box
  const scale = kind === 'scale' ? value : value / Math.max(width, height)
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale)))
  // Measured: even paper takes next to nothing, an edge of any line some bytes a row or column.
  const bytes = 2_000 + (w ?? 1) * (h ?? 1) * 0.004 + inkOf(scene) * scale * 6.5
  return { width: w ?? 1, height: h ?? 1, scale, bytes }
}

/** Why a picture of this size is not made, or null. */
export function tooLarge({ width, height }: Size): string | null {
  if (Math.max(width, height) > longestSide)
    return `No side may be longer than ${longestSide.toLocaleString('en')} pixels.`
  return width * height > mostPixels ? 'That is more than 2,000 million pixels.' : null
}
