import { createContext, type ReactNode, useContext } from 'react'

/** What a person can give right where a failure is told. */
export type Lack = 'token'

/** What to show for a lack; set by who knows the features. */
export const FailureHelp = createContext<(lack: Lack) => ReactNode>(() => null)

/** The way on beside a failure, where something is missing that can be given there. */
export function HelpFor({ lacks }: { lacks: Lack | undefined }) {
  const help = useContext(FailureHelp)
  return lacks === undefined ? null : help(lacks)
}
