import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { writeFile, writeFileSync } from 'atomically'

type Options = { readonly mode?: number }

/**
 * Writes `text` to `file`, whole or not at all: what stood there stays until all of it is on the
 * disk. Where it fails, nothing is left beside the file by the time the error is thrown. The library
 * would remove its half of a file a moment later, which a program that ends at once never does.
 */
export async function writeWhole(
  file: string,
  text: string | Uint8Array,
  options: Options = {},
): Promise<void> {
  const { half, ours } = watched(options)
  try {
    await writeFile(file, text, ours)
  } catch (error) {
    if (half.path !== null) await rm(half.path, { force: true }).catch(() => undefined)
    throw error
  }
}

/** The same for who may not wait, since the program is about to end. */
export function writeWholeSync(file: string, text: string, options: Options = {}): void {
  const { half, ours } = watched(options)
  try {
    writeFileSync(file, text, ours)
  } catch (error) {
    try {
      if (half.path !== null) rmSync(half.path, { force: true })
    } catch {
      // Why it could not be written is what counts.
    }
    throw error
  }
}

/** Options under which the half of a file is ours to remove. */
function watched(options: Options) {
  const half: { path: string | null } = { path: null }
  const ours = {
    ...options,
    encoding: 'utf8',
    tmpPurge: false,
    tmpCreated: (path: string) => {
      half.path = path
    },
  } as const
  return { half, ours }
}
