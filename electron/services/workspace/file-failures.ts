import { type Failure, FailureError } from '@shared/failure'

/** A file that is ours but not as we write it: what can be read may be saved into a new one. */
export class DamagedFile extends FailureError {
  constructor(sentence: string, options?: ErrorOptions) {
    const next = 'Save what can be read into a new workspace. The file was left as it is.'
    super({ kind: 'rule', sentence, next }, options)
    this.name = 'DamagedFile'
  }
}

export const newer: Failure = {
  kind: 'rule',
  sentence: 'This workspace was written by a newer version of the program, so it is only shown.',
  next: 'Update the program to go on working in it.',
}

export const unwritable: Failure = {
  kind: 'rule',
  sentence: 'The file of this workspace or its folder cannot be written, so it is only shown.',
  next: 'Allow writing there, or download the file and open it as a new workspace.',
}

export const full: Failure = {
  kind: 'rule',
  sentence: 'The disk is full, so this workspace is only shown.',
  next: 'Free some space, then open the workspace again.',
}

export const inUse = (what: string) => ({
  kind: 'rule' as const,
  sentence: `${what} is open in another window or program.`,
  next: 'Close it there, or choose another workspace.',
})

export const noWorkspace = (what: string): Failure => ({
  kind: 'rule',
  sentence: `${what} is no workspace of this program, or it is damaged.`,
  next: 'Choose another workspace. The file was left as it is.',
})

/** A file is looked at before it is opened; where that cannot be done, nothing is known of it. */
export const unlooked = (what: string): Failure => ({
  kind: 'rule',
  sentence: `${what} could not be looked at, so it was not opened.`,
  next: 'Try again. There may be too little memory or disk, or no right to read the file.',
})

/** A link that leads nowhere, a folder, a device: opening it could make it, or never end. */
export const noFile = (what: string): Failure => ({
  kind: 'rule',
  sentence: `${what} is no file that can be read.`,
  next: 'Look at it in the folder of workspaces: it may be a link that leads nowhere.',
})

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
