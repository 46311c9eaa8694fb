import { inBytes, isolated } from '@shared/text'
import { Button } from '../../ui'

/** A file on its way in or out. */
export type Way = {
  readonly doing: 'Taking in' | 'Downloading'
  readonly name: string
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

export function OnItsWay({ way: { doing, name, done, total, stop } }: { way: Way }) {
  return (
    <div className="row workspace__said">
      <progress aria-label={`${doing} ${isolated(name)}`} value={done} max={total} />
      <p className="hint">
        {name}: {inBytes(done)} of {inBytes(total)}
      </p>
      <Button onClick={stop}>Stop</Button>
    </div>
  )
}
