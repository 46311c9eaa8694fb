import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Moves a file to where nothing stands; false where another file does. It can be broken off at any
 * moment and be done again: the file is at one of the two places whole, or at both, and nothing is
 * ever written over.
 */
export function moveFile(from: string, to: string): boolean {
  if (!isPut(from, to)) return false
  rmSync(from)
  return true
}

/** Another disk, and file systems on which a file has one name only. */
const noLink = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

function isPut(from: string, to: string): boolean {
  try {
    // Unlike a rename, it fails where something stands.
    linkSync(from, to)
    return true
  } catch (error) {
    const code = codeOf(error)
    // As it was broken off before.
    if (code === 'EEXIST') return isSame(from, to)
    if (!noLink.has(code)) throw error
    return existsSync(to) ? isSame(from, to) : isCopied(from, to)
  }
}

function isCopied(from: string, to: string): boolean {
  const half = join(dirname(to), `.${basename(to)}.moving`)
  copyFileSync(from, half)
  const file = openSync(half, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(half, to)
    rmSync(half)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      rmSync(half)
      return isSame(from, to)
    }
    renameSync(half, to)
  }
  return true
}

/** One file under two names, or two that hold the same. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  if (a.ino !== 0n && a.ino === b.ino && a.dev === b.dev) return true
  return a.isFile() && b.isFile() && a.size === b.size && holdSame(one, other)
}

function holdSame(one: string, other: string): boolean {
  const files = [openSync(one, 'r'), openSync(other, 'r')] as const
  const [a, b] = [Buffer.alloc(1 << 20), Buffer.alloc(1 << 20)]
  try {
    for (;;) {
      const read = readSync(files[0], a)
      if (read !== readSync(files[1], b)) return false
      if (read === 0) return true
      if (!a.subarray(0, read).equals(b.subarray(0, read))) return false
    }
  } finally {
    for (const file of files) closeSync(file)
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
