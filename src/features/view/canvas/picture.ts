import type { Core } from 'cytoscape'

export type PictureOptions = {
  readonly what: 'graph' | 'view'
  /** Pixels of the picture for one of the screen's CSS pixels at zoom 1. */
  readonly scale: number
  readonly transparent: boolean
}

/** Chromium gives up without an error past these sizes, so they are checked before. */
const longestSide = 16_384
const mostPixels = 120_000_000

/** Width and height in pixels, and whether this machine can draw it in one piece. */
export function pictureSize(cy: Core, options: PictureOptions) {
  const box =
    options.what === 'view'
      ? { w: cy.width(), h: cy.height() }
      : cy.elements(':visible').boundingBox({ includeLabels: true })
  const width = Math.ceil(box.w * options.scale)
  const height = Math.ceil(box.h * options.scale)
  return { width, height, fits: pictureFits(width, height) }
}

/** Whether this machine can draw so many pixels in one piece. */
export const pictureFits = (width: number, height: number): boolean =>
  width <= longestSide && height <= longestSide && width * height <= mostPixels

export type Picture = {
  readonly width: number
  readonly height: number
  readonly fits: boolean
  /** Resolves to null where the browser could not draw it. */
  readonly draw: () => Promise<Blob | null>
}

export function picture(cy: Core, options: PictureOptions, paper: string): Picture {
  const draw = async () => {
    const blob = await cy.png({
      output: 'blob-promise',
      full: options.what === 'graph',
      scale: options.scale,
      ...(options.transparent ? {} : { bg: paper }),
    })
    return blob.size === 0 ? null : blob
  }
  return { ...pictureSize(cy, options), draw }
}
