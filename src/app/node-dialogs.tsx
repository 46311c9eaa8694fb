import type { NodeId } from '@shared/graph'
import { pageLink } from '@shared/vocabulary'
import { ExpandDialog, ProbeDialog } from '../features/crawl/panels'
import { RelationNames } from './relation-names'
import type { Session } from '../session'

/** Which dialog about a node or about relation names is open. */
export type NodeDialog =
  | { readonly kind: 'none' | 'names' }
  | { readonly kind: 'expand-by' | 'probe'; readonly node: NodeId }

type Props = {
  session: Session
  suggestions: readonly string[]
  asking: NodeDialog
  onAsk: (dialog: NodeDialog) => void
}

const closed: NodeDialog = { kind: 'none' }

/** Expanding by chosen names, probing for names, and the dictionary of them. */
export function NodeDialogs({ session, suggestions, asking, onAsk }: Props) {
  const { crawl, graph } = session
  const nodeIn = (kind: NodeDialog['kind']) =>
    'node' in asking && asking.kind === kind
      ? { id: asking.node, title: graph.titleOf(asking.node) }
      : null
  const close = () => onAsk(closed)
  return (
    <>
      <ExpandDialog {...{ crawl, suggestions }} node={nodeIn('expand-by')} onClose={close} />
      <RelationNames session={session} open={asking.kind === 'names'} onClose={close} />
      <ProbeDialog
        crawl={crawl}
        node={nodeIn('probe')}
        names={[pageLink, ...suggestions]}
        onClose={close}
      />
    </>
  )
}
