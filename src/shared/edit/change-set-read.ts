import { z } from 'zod'
import type { Failure } from '../failure'
import {
  type ChangeLine,
  changeSetFormat,
  ChangeSetFile,
  judgeLine,
  lineKey,
  maxChangeLines,
} from './change-set'
import { type BadLine, readCsv } from './change-set-csv'
import { quoted } from '../text'

export type ReadChangeSet =
  | {
      readonly ok: true
      readonly lines: readonly ChangeLine[]
      /** Which site the lines are meant for; a CSV file does not say. */
      readonly site: string | null
      /** How many lines were dropped because they wish what another one does. */
      readonly doubles: number
      readonly bad: readonly BadLine[]
    }
  | { readonly ok: false; readonly failure: Failure }

type Read =
  | {
      readonly ok: true
      readonly lines: readonly ChangeLine[]
      readonly site: string | null
      readonly bad: readonly BadLine[]
    }
  | { readonly ok: false; readonly reason: string }

/** A line that cannot be used is told by its number, so it must not refuse the whole file here. */
const AnyLines = ChangeSetFile.extend({ lines: z.array(z.unknown()).max(maxChangeLines) })

function whyNot({ issues: [issue] }: z.ZodError, value: unknown): string {
  const isOurs =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === changeSetFormat
  if (!isOurs || issue === undefined) return `its format is not ${quoted(changeSetFormat)}`
  if (issue.code === 'too_big') return `it has more than ${maxChangeLines} lines`
  if (issue.code === 'unrecognized_keys')
    return `it has no place for ${quoted(issue.keys[0] ?? '')}`
  return `it has a mistake at ${quoted(issue.path.join('.'))}`
}

function readJson(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'it begins like JSON but is none' }
  }
  const read = AnyLines.safeParse(value)
  if (!read.success) return { ok: false, reason: whyNot(read.error, value) }
  const lines: ChangeLine[] = []
  const bad: BadLine[] = []
  for (const [at, line] of read.data.lines.entries()) {
    const judged = judgeLine(line)
    if (judged.ok) lines.push(judged.line)
    else bad.push({ line: at + 1, sentence: judged.sentence })
  }
  return { ok: true, lines, site: read.data.site, bad }
}

function readTable(text: string): Read {
  const read = readCsv(text)
  return read.ok ? { ...read, site: null } : read
}

/**
 * Reads a file that a person chose. What it is, its content says and not its name. Lines that
 * cannot be used are told beside the others; only a file of another kind is refused as a whole.
 */
export function readChangeSet(text: string, fileName: string): ReadChangeSet {
  const bare = text.replace(/^\uFEFF/, '')
  const read = /^\s*\{/.test(bare) ? readJson(bare) : readTable(bare)
  if (!read.ok) {
    return {
      ok: false,
      failure: {
        kind: 'unfit-file',
        sentence: `${quoted(fileName)} is not a change set: ${read.reason}.`,
        next: 'Choose a change set saved by this program, or a CSV file with the columns relation, source, target, action and, for retype, newName.',
      },
    }
  }
  const byKey = new Map<string, ChangeLine>()
  for (const line of read.lines) if (!byKey.has(lineKey(line))) byKey.set(lineKey(line), line)
  const lines = [...byKey.values()]
  return {
    ok: true,
    lines,
    site: read.site,
    doubles: read.lines.length - lines.length,
    bad: read.bad,
  }
}
