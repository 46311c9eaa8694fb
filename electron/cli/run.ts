import type { ExitCode, Io } from './io'

export type Context = { readonly version: string; readonly asJson: boolean }

/** Runs the work of a command; what it gives is the exit code. */
export type Run = (work: (io: Io, context: Context) => Promise<ExitCode>) => Promise<void>
