import { aboutOf } from '@shared/export'
import { toSvg } from '@shared/scene'
import type { Source } from './graph-source'
import type { Io } from './io'
import { sceneOf } from './picture-scene'

/** Pictures that need no window. Pixels are painted by a browser, so PNG is left to the window. */
export const pictureFormats = ['svg', 'pdf'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export const isPictureFormat = (word: string): word is PictureFormat =>
  pictureFormats.some((known) => known === word)

type Painted = {
  readonly data: string | Uint8Array
  /** What is not as it is to be, in a sentence; '' for nothing. */
  readonly lacking: string
}

/** The picture of a graph in a format that draws it in lines. */
export async function painted(
  format: PictureFormat,
  source: Source,
  wanted: Parameters<typeof sceneOf>[1],
  { fontFolders }: Pick<Io, 'fontFolders'>,
): Promise<Painted> {
  const scene = await sceneOf(source, wanted)
  if (format === 'svg') return { data: toSvg(scene), lacking: '' }
  // Who writes SVG needs neither.
  const { toPdf } = await import('@shared/pdf')
  const { createFontSource } = await import('../services/fonts')
  const { creator, exportedAt: at } = aboutOf(source.drawn.file)
  const fonts = await createFontSource(fontFolders)
  const { bytes, lacking } = await toPdf({ scene, creator, at }, { by: 'fonts', ...fonts })
  return { data: bytes, lacking: lackingWords(lacking) }
}

const lackingWords = (texts: number): string =>
  texts === 0
    ? ''
    : `${texts === 1 ? 'One text has' : `${texts} texts have`} letters that are in no font of this machine, so boxes stand for them. Install a font that has them, such as Noto Sans of their script, or write SVG.`
