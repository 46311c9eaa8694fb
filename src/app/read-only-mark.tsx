import { explain, type Failure } from '@shared/failure'
import type { Session } from '../session'

type Props = {
  notices: Session['notices']
  readOnly: Failure
  className: string
  /** What it means in two or three words. */
  children: string
}

/** Says that nothing can be changed or kept; pressed, it says why and what to do, as a refused act does. */
export function ReadOnlyMark({ notices, readOnly, className, children }: Props) {
  return (
    <button
      type="button"
      className={className}
      aria-label={`${children}: ${explain(readOnly).sentence}`}
      onClick={() => notices.say({ tone: 'bad', ...explain(readOnly) })}
    >
      {children}
    </button>
  )
}
