import { explain } from '@shared/failure'
import type { WorkspaceInfo } from '@shared/workspace'
import { isolated } from '@shared/text'
import { Button, Isolated } from '../../ui'
import { when } from '../details'

type Props = {
  info: WorkspaceInfo
  /** It was just moved to the trash, and keeps its row. */
  isDeleted: boolean
  onOpen: (id: string) => void
  onRescue: () => void
  onRemove: () => void
}

/** One of the other files. A row that was deleted stays, so that a second press meets nothing else. */
export function OtherWorkspace({ info, isDeleted, onOpen, onRescue, onRemove }: Props) {
  return (
    <li className="workspace__other">
      <div>
        <p>
          <Isolated text={info.id} />
        </p>
        <p className="hint">{isDeleted ? 'In the trash' : stateOf(info)}</p>
      </div>
      <div className="row">
        {!isDeleted && info.closed === null && (
          <Button aria-label={`Open ${isolated(info.id)}`} onClick={() => onOpen(info.id)}>
            Open
          </Button>
        )}
        {!isDeleted && info.damaged && (
          <Button aria-label={`Save what can be read of ${isolated(info.id)}`} onClick={onRescue}>
            Save what can be read
          </Button>
        )}
        <Button
          look="quiet"
          aria-label={`Delete ${isolated(info.id)}`}
          aria-disabled={isDeleted}
          onClick={() => {
            if (!isDeleted) onRemove()
          }}
        >
          Delete
        </Button>
      </div>
    </li>
  )
}

const stateOf = ({ closed, nodes, edges, changedAt }: WorkspaceInfo): string =>
  closed === null
    ? `${nodes} nodes, ${edges} relations, changed ${when(changedAt)}`
    : explain(closed).sentence
