import { useStore } from 'zustand'
import { partsOfNodes, type Undescribed } from '@shared/crawl'
import { explain, inOneLine } from '@shared/failure'
import type { NodeId } from '@shared/graph'
import { counted } from '@shared/text'
import { Button, FailureNote, Isolated } from '../../ui'
import type { CrawlModel } from './store'

type Props = {
  crawl: CrawlModel
  titleOf: (id: NodeId) => string
  onGo: (id: NodeId) => void
  /** What could not be looked up, by reason. */
  lacking: readonly Undescribed[]
  /** Nodes whose titles were not asked for. */
  untitled: readonly NodeId[]
}

/** Nodes that are listed at most, for each reason. */
const longest = 100

/** Which titles, spaces and creators are unknown, and why; and the way to look them up again. */
export function LookUps({ crawl, titleOf, onGo, lacking, untitled }: Props) {
  const { isBusy, failure } = useStore(crawl.store, (state) => state.lookUp)
  // Its titles are still to come.
  const isExpanding = useStore(crawl.store, (state) => state.expanding.size > 0)
  const nodes = new Set([...lacking.flatMap((one) => one.nodes), ...untitled])
  if (nodes.size === 0 || isExpanding) return null
  const row = (id: NodeId) => (
    <li key={id}>
      <button type="button" className="text-button" onClick={() => onGo(id)}>
        <Isolated text={titleOf(id)} />
      </button>
    </li>
  )
  return (
    <>
      {lacking.map((one) => (
        <details
          className="knowledge__questions"
          key={`${one.part} ${JSON.stringify(one.failure)}`}
        >
          <summary>Unknown: {partsOfNodes(one)}</summary>
          <p className="hint">{inOneLine(one.failure)}</p>
          <ul>{one.nodes.slice(0, longest).map(row)}</ul>
          {one.nodes.length > longest && (
            <p className="hint">
              The first {longest} of {one.nodes.length.toLocaleString('en')} are listed.
            </p>
          )}
        </details>
      ))}
      {untitled.length > 0 && (
        <p className="hint">Not asked yet: {partsOfNodes({ part: 'title', nodes: untitled })}.</p>
      )}
      <Button disabled={isBusy} onClick={() => void crawl.lookUpAgain([...nodes])}>
        {isBusy ? 'Looking up…' : lookUpWords(nodes.size, lacking.length > 0)}
      </Button>
      {failure !== null && <FailureNote {...explain(failure)} />}
    </>
  )
}

const lookUpWords = (count: number, isAgain: boolean): string => {
  const nodes = counted(count, 'node')
  return isAgain ? `Look up ${nodes} again` : `Look up ${nodes}`
}
