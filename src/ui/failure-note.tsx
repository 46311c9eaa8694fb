import { createContext, useContext } from 'react'
import { HelpFor, type Lack } from './failure-help'

/** The sentence that stands over the whole page; no note below repeats it. Null for none. */
export const SaidOverPage = createContext<string | null>(null)

type Props = { sentence: string; next: string; lacks?: Lack | undefined }

/** A sentence of what went wrong and what to do next, where the person is looking. */
export function FailureNote({ sentence, next, lacks }: Props) {
  const isSaid = useContext(SaidOverPage) === sentence
  if (isSaid) return null
  return (
    <>
      <div className="failure-note" role="alert">
        <p className="failure-note__sentence">{sentence}</p>
        <p className="failure-note__next">{next}</p>
      </div>
      <HelpFor lacks={lacks} />
    </>
  )
}
