import { HelpFor, type Lack } from './failure-help'

type Props = { sentence: string; next: string; lacks?: Lack | undefined }

/** A sentence of what went wrong and what to do next, where the person is looking. */
export function FailureNote({ sentence, next, lacks }: Props) {
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
