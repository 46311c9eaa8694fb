import { readFile } from 'node:fs/promises'
import type * as Fontkit from '@cantoo/fontkit'
import { z } from 'zod'

/** A font in a file, and the letters that it has. */
export type Face = {
  readonly path: string
  readonly name: string
  readonly isOneOfMany: boolean
  readonly letters: ReadonlySet<number>
}

/** Pictures of letters, in colour: a PDF cannot hold them as letters. */
const painted = ['CBDT', 'sbix', 'COLR', 'SVG ']
const outlined = ['glyf', 'CFF ']

/** The fonts of a file that may be put into others; none where it is damaged, or no font at all. */
export async function readFaces(
  path: string,
  fontkit: Pick<typeof Fontkit, 'create'>,
): Promise<readonly Face[]> {
  try {
    const read = fontkit.create(await readFile(path))
    const isOneOfMany = 'fonts' in read
    return (isOneOfMany ? read.fonts : [read]).filter(isFit).map((font) => ({
      ...{ path, isOneOfMany, name: font.postscriptName ?? '' },
      letters: new Set(font.characterSet),
    }))
  } catch {
    return []
  }
}

/** What a font says of itself beyond what the library's types speak of. */
const Inside = z.object({
  directory: z.object({ tables: z.record(z.string(), z.unknown()) }),
  'OS/2': z
    .object({
      fsType: z
        .object({ noEmbedding: z.boolean(), noSubsetting: z.boolean(), bitmapOnly: z.boolean() })
        .partial(),
    })
    .optional(),
})

/** Whether it has outlines, and its maker lets it be in a file. */
function isFit(font: Fontkit.Font): boolean {
  const { directory, 'OS/2': os2 } = Inside.parse(font)
  const { tables } = directory
  const may = os2?.fsType
  return (
    outlined.some((one) => one in tables) &&
    !painted.some((one) => one in tables) &&
    may?.noEmbedding !== true &&
    may?.noSubsetting !== true &&
    may?.bitmapOnly !== true
  )
}
