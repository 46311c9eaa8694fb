import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FontFile, FontSource } from '@shared/pdf'
import { fontRank } from './font-rank'
import { type Face, readFaces } from './read-faces'

/**
 * Finds fonts by the letters that they have. Files are opened one after the other, those first whose
 * names promise most, and no more of them than it takes.
 */
export async function createFontSource(folders: readonly string[]): Promise<FontSource> {
  const fontkit = await import('@cantoo/fontkit')
  const paths = (await Promise.all(folders.map(fontsIn))).flat()
  const opened = new Map<string, Promise<readonly Face[]>>()
  const facesOf = (path: string): Promise<readonly Face[]> => {
    const known = opened.get(path) ?? readFaces(path, fontkit)
    opened.set(path, known)
    return known
  }
  const ranked = { plain: byRank(paths, false), bold: byRank(paths, true) }
  const search = async (letters: readonly number[], bold: boolean): Promise<Face | null> => {
    for (const path of bold ? ranked.bold : ranked.plain) {
      const faces = (await facesOf(path)).filter((face) =>
        letters.every((letter) => face.letters.has(letter)),
      )
      const [best] = faces.toSorted((a, b) => fontRank(a.name, bold) - fontRank(b.name, bold))
      if (best !== undefined) return best
    }
    return null
  }
  const files = new Map<Face, Promise<FontFile>>()
  const found = new Map<string, Promise<FontFile | null>>()
  return {
    fontkit,
    find: (letters, bold) => {
      const wanted = [...new Set(letters)].toSorted((a, b) => a - b)
      const key = `${bold} ${wanted.join(' ')}`
      const known =
        found.get(key) ??
        search(wanted, bold).then((face) => {
          if (face === null) return null
          const file = files.get(face) ?? fileOf(face)
          files.set(face, file)
          return file
        })
      found.set(key, known)
      return known
    },
  }
}

const fileOf = async ({ path, name, isOneOfMany }: Face): Promise<FontFile> => ({
  key: `${path} ${name}`,
  bytes: await readFile(path),
  ...(isOneOfMany && { postscriptName: name }),
})

const byRank = (paths: readonly string[], bold: boolean): string[] =>
  paths.toSorted(
    (a, b) =>
      fontRank(basename(a), bold) - fontRank(basename(b), bold) ||
      (basename(a) < basename(b) ? -1 : 1),
  )

/** Font files of a folder and of those in it; none where it cannot be read. */
async function fontsIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && /[.](?:ttf|otf|ttc|otc)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
