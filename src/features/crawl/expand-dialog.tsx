import { useState } from 'react'
import type { NodeId } from '@shared/graph'
import { quoted } from '@shared/text'
import { Button, Dialog } from '../../ui'
import { FollowFields } from './follow-fields'
import { type Follow, whyNot } from './form'
import type { CrawlModel } from './store'

type Props = {
  crawl: CrawlModel
  node: { id: NodeId; title: string } | null
  suggestions: readonly string[]
  onClose: () => void
}

/** One step further from one node, by chosen relations and direction. */
export function ExpandDialog({ crawl, node, suggestions, onClose }: Props) {
  return (
    <Dialog open={node !== null} onClose={onClose} title={`Expand ${quoted(node?.title ?? '')}`}>
      {node !== null && (
        <ExpandForm
          key={node.id}
          first={crawl.store.getState().follow}
          suggestions={suggestions}
          onExpand={(follow) => {
            onClose()
            void crawl.expand(node.id, follow)
          }}
        />
      )}
    </Dialog>
  )
}

type FormProps = {
  first: Follow
  suggestions: readonly string[]
  onExpand: (follow: Partial<Follow>) => void
}

function ExpandForm({ first, suggestions, onExpand }: FormProps) {
  const [follow, setFollow] = useState(first)
  const missing = whyNot(follow)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const { relations, direction, types } = follow
        onExpand({ relations, direction, types })
      }}
    >
      <FollowFields
        follow={follow}
        suggestions={suggestions}
        onChange={(part) => setFollow({ ...follow, ...part })}
      />
      {missing !== null && <p className="hint">{missing}</p>}
      <div className="row row--end">
        <Button look="main" type="submit" disabled={missing !== null}>
          Expand
        </Button>
      </div>
    </form>
  )
}
