import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { withFileLock } from './file-lock'
import { moveFile } from './move-file'
import { putAside } from './put-aside'
import { writeWhole } from './write-whole'

/** A list in a JSON file: under which name it stands there, and what tells its entries apart. */
export type ListKind = { readonly list: string; readonly key: string }

/**
 * Brings the list of a file into another one: what stands there stays, and what only the first has
 * is added behind it. The first is gone afterwards; one that is no list is kept beside the other.
 */
export const mergeList = (from: string, to: string, kind: ListKind): Promise<void> =>
  withFileLock(to, async () => {
    const text = await textIn(from)
    if (text === null) return
    const added = entriesIn(text, kind)
    if (added === null) {
      keptBeside(from, to)
      return
    }
    const there = await textIn(to)
    const own = there === null ? null : entriesIn(there, kind)
    if (there !== null && own === null) await putAside(to, there)
    if (own === null) {
      moveFile(from, to)
      return
    }
    const entries = [
      ...own.entries,
      ...added.entries.filter((one) => !isIn(own.entries, one, kind)),
    ]
    const whole = { ...own.whole, [kind.list]: entries }
    await writeWhole(to, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 })
    await rm(from)
  })

function keptBeside(from: string, to: string): void {
  for (let at = 1; ; at += 1) {
    const beside = `${to}.bad-moved-${at}`
    if (!existsSync(beside) && moveFile(from, beside)) return
  }
}

type Entries = {
  readonly whole: Readonly<Record<string, unknown>>
  readonly entries: readonly unknown[]
}

function entriesIn(text: string, { list }: ListKind): Entries | null {
  const whole = z.record(z.string(), z.unknown()).safeParse(jsonOf(text))
  const entries = whole.success ? z.array(z.unknown()).safeParse(whole.data[list]) : null
  if (!whole.success || entries?.success !== true) return null
  return { whole: whole.data, entries: entries.data }
}

/** By its key; an entry that nobody understands, by all that it says. */
function isIn(entries: readonly unknown[], one: unknown, { key }: ListKind): boolean {
  const name = nameOf(one, key)
  return entries.some((other) =>
    name === undefined
      ? JSON.stringify(other) === JSON.stringify(one)
      : nameOf(other, key) === name,
  )
}

function nameOf(entry: unknown, key: string): string | undefined {
  const read = z.record(z.string(), z.unknown()).safeParse(entry)
  const name = read.success ? read.data[key] : undefined
  return typeof name === 'string' ? name : undefined
}

async function textIn(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
