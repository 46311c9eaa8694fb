import { Button } from './button'

type Props = {
  /** Names what is asked about: “Forget “On call”?” */
  label: string
  sentence: string
  /** What the answers do; the keyboard is on the one that changes nothing. */
  keep?: string
  act: string
  onKeep: () => void
  onAct: () => void
}

/**
 * Asked before what cannot be taken back. It stands below what opened it, so that a second press
 * there meets no button.
 */
export function Question({ label, sentence, keep = 'Keep', act, onKeep, onAct }: Props) {
  return (
    <div className="question" role="group" aria-label={label}>
      <p>{sentence}</p>
      <div className="row">
        <Button autoFocus onClick={onKeep}>
          {keep}
        </Button>
        <Button look="danger" onClick={onAct}>
          {act}
        </Button>
      </div>
    </div>
  )
}
