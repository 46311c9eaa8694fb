import { inBytes } from '@shared/text'
import { Button } from '../../ui'

/** A file on its way in. */
export type Taking = {
  readonly name: string
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

export function TakingIn({ taking: { name, done, total, stop } }: { taking: Taking }) {
  return (
    <div className="row workspace__said">
      <progress aria-label={`Taking in ${name}`} value={done} max={total} />
      <p className="hint">
        {name}: {inBytes(done)} of {inBytes(total)}
      </p>
      <Button onClick={stop}>Stop</Button>
    </div>
  )
}
