import { useCallback, useState } from 'react'
import { createGuide, type Guide } from './guide'
import type { Session } from '../session'
import type { WorkDialog } from '../commands'

type Opened = {
  readonly dialog: WorkDialog
  readonly setDialog: (dialog: WorkDialog) => void
  readonly guide: Guide
}

/** The dialog that is open, and the first steps, which know of two of them. */
export function useWorkDialog(session: Session, isFirst: boolean): Opened {
  const [dialog, show] = useState<WorkDialog>({ kind: 'none' })
  const [guide] = useState(() => createGuide(session, isFirst && session.profile.kind === 'demo'))
  const setDialog = useCallback(
    (next: WorkDialog) => {
      if (next.kind === 'guide') guide.show()
      if (next.kind === 'palette' || next.kind === 'keys') guide.tick('rest')
      show(next.kind === 'guide' ? { kind: 'none' } : next)
    },
    [guide],
  )
  return { dialog, setDialog, guide }
}
