import { ArrowLeftRight, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { type NodeId, pathsBetween } from '@shared/graph'
import { pageLink } from '@shared/vocabulary'
import { IconButton, Isolated } from '../../ui'
import type { CrawlModel } from '../crawl'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import { drawnWords, pathLine } from './path-words'
import { RelationChoice } from './relation-choice'
import { SiteSearch } from './site-search'

type Props = {
  graph: GraphModel
  view: View
  crawl: CrawlModel
  /** Relation names that this site may use beside those that are drawn. */
  suggestions: readonly string[]
  /** Told how many there are, for who does not see the list. */
  onFound: (words: string) => void
}

const limit = 100
/** Page links are on every site. */
/** One step more than the shortest: often the more telling one. */
const longer = 1

/** The paths from one node to another: in what is drawn, and, with leave, on the site. */
export function PathsPanel(props: Props) {
  const { graph, view } = props
  const path = useStore(view.store, (state) => state.path)
  if (path === null) return null
  const { from, to } = path
  return (
    <section className="stack paths" aria-label="Paths">
      <div className="row">
        <h3>Paths</h3>
        <IconButton label="Close paths" onClick={() => view.setPath(null)}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      {to === null ? (
        <p className="hint">
          From “<Isolated text={graph.titleOf(from)} />
          ”. Go to another node and press Shift+P, or pick “Path to here” in its menu.
        </p>
      ) : (
        <>
          <p>
            From “<Isolated text={graph.titleOf(from)} />” to “<Isolated text={graph.titleOf(to)} />
            ”{' '}
            <IconButton label="Swap" onClick={() => view.setPath({ from: to, to: from })}>
              <ArrowLeftRight size={15} aria-hidden />
            </IconButton>
          </p>
          <PathChoice key={`${from} ${to}`} {...props} from={from} to={to} />
        </>
      )}
    </section>
  )
}

function PathChoice({
  graph,
  view,
  crawl,
  suggestions,
  onFound,
  from,
  to,
}: Props & { from: NodeId; to: NodeId }) {
  const { graph: model, names } = useStore(
    graph.store,
    useShallow(({ graph, names }) => ({ graph, names })),
  )
  const hidden = useStore(view.store, (state) => state.hiddenRelations)
  const followed = useStore(crawl.store, ({ follow }) => follow.relations)
  const [directed, setDirected] = useState(false)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const all = useMemo(
    () => [...new Set([...names, ...followed, pageLink, ...suggestions])],
    [names, followed, suggestions],
  )
  const chosen = useMemo(() => {
    const usual = new Set([...names.filter((name) => !hidden.has(name)), ...followed])
    return all.filter((name) => changed.get(name) ?? usual.has(name))
  }, [all, names, hidden, followed, changed])
  const found = useMemo(
    () => pathsBetween(model, from, to, { directed, names: new Set(chosen), longer, limit }),
    [model, from, to, directed, chosen],
  )
  const words = drawnWords(found, limit)
  useEffect(() => onFound(words), [onFound, words])
  return (
    <>
      <RelationChoice
        names={all}
        isChosen={(name) => chosen.includes(name)}
        onChange={(name, is) => setChanged(new Map(changed).set(name, is))}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={directed}
          onChange={({ target }) => setDirected(target.checked)}
        />
        Follow the arrows only
      </label>
      <p role="status" aria-live="off">
        {words}
      </p>
      <ol className="paths__list">
        {found.map((one) => (
          <li key={one.nodes.join(' ')}>
            <button type="button" className="text-button" onClick={() => view.goToAll(one)}>
              {pathLine(one, model, graph.titleOf)}
            </button>
          </li>
        ))}
      </ol>
      <SiteSearch {...{ crawl, from, to, directed }} relations={chosen} />
    </>
  )
}
