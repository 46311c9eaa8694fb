import { type Failure, FailureError } from '@shared/failure'

/** The error of a file that is ours but not as we write it, to be caught where it is saved. */
export class DamagedFile extends FailureError {
  constructor(sentence: string, options?: ErrorOptions) {
    super({ kind: 'workspace-damaged', sentence }, options)
    this.name = 'DamagedFile'
  }
}

export const shownOnly = (why: 'newer' | 'unwritable' | 'full'): Failure => ({
  kind: 'shown-only',
  why,
})

export const inUse = (what: string): Failure => ({ kind: 'workspace-in-use', what })
export const noWorkspace = (what: string): Failure => ({ kind: 'no-workspace', what })
export const unlooked = (what: string): Failure => ({ kind: 'not-looked-at', what })
export const noFile = (what: string): Failure => ({ kind: 'no-file', what })

export const otherSite = (what: string, its: string, site: string) =>
  new FailureError({ ...{ kind: 'other-site', what, its, site }, next: 'Open that site first.' })

/** Something of a workspace that a list still shows. */
export const gone = (sentence: string, next: string) =>
  new FailureError({ kind: 'gone', sentence, next })

export const foreign = (what: string): DamagedFile =>
  new DamagedFile(`${what} holds tables or rules that this program did not write.`)

export const noSite = (what: string): DamagedFile =>
  new DamagedFile(`${what} does not say which site it is about.`)

export const damagedFile = (what: string, cause?: unknown): DamagedFile =>
  new DamagedFile(`${what} is damaged.`, { cause })

/** The package knows few of SQLite's longer codes by name; their last byte says what kind they are. */
const kinds: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  const code = String(error.code)
  if (!code.startsWith('UNKNOWN_')) return code
  return ('rawCode' in error ? kinds[Number(error.rawCode) & 255] : undefined) ?? code
}

/** Whether writing is what failed, so that reading may still do. */
export const isUnwritable = (error: unknown): boolean =>
  /READONLY|CANTOPEN|PERM|EACCES|EROFS/.test(codeOf(error))

export const isFull = (error: unknown): boolean => /FULL|ENOSPC|EDQUOT/.test(codeOf(error))

export const isInUse = (error: unknown): boolean =>
  /BUSY|LOCKED/.test(codeOf(error)) || (error instanceof Error && error.message.includes('locked'))

/** What SQLite could not do, as a failure. */
export function failureOfFile(error: unknown, what: string): FailureError {
  if (error instanceof FailureError) return error
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (isInUse(error)) {
    return new FailureError(inUse(what), { cause: error })
  }
  if (/NOTADB/.test(code) || message.includes('not a database')) {
    return new FailureError(noWorkspace(what), { cause: error })
  }
  // Tables that are missing or other than ours, and pages that lead astray.
  if (/CORRUPT|SCHEMA|^SQLITE_ERROR/.test(code) || message.includes('malformed')) {
    return damagedFile(what, error)
  }
  return new FailureError({ kind: 'storage', what }, { cause: error })
}
