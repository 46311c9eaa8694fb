import { agree } from '@shared/text'
import type { ChangeLine } from '@shared/edit'
import type { Draft } from './draft'
import type { Outcome } from './state'
import type { Edits } from './store'

type Parts = { readonly draft: Draft; readonly edits: Edits }

/** Sends what was chosen of the draft, which is in the journal from then on. */
export function applyDraft(
  { draft, edits }: Parts,
  chosen: readonly ChangeLine[],
  onBegun: (entry: string) => void,
): Promise<Outcome> {
  draft.stopChecking()
  const many = agree(chosen.length, 'one change', `${chosen.length} changes`)
  return edits.perform({
    kind: 'change-set',
    title: `Applied ${many}.`,
    steps: draft.toSteps(chosen),
    onBegun: (entry) => {
      draft.settle(chosen)
      onBegun(entry)
    },
  })
}
