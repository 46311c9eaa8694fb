import { link, readFile, rename, rm } from 'node:fs/promises'

/**
 * Moves a file aside in which `text` stood, which nobody understands; gives its new name. Null where
 * another program was faster: it has moved the file, or has written one that is to stay.
 */
export async function putAside(file: string, text: string): Promise<string | null> {
  const aside = `${file}.bad-${new Date().toISOString().replace(/[:.]/g, '-')}`
  try {
    await rename(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  if ((await readFile(aside, 'utf8')) === text) return aside
  try {
    await link(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  await rm(aside, { force: true })
  return null
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
