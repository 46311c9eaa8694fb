import { ArrowLeftRight, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type Path, pathsBetween } from '@shared/graph'
import { IconButton } from '../../ui'
import type { GraphModel } from '../graph'
import type { View } from './store'

type Props = { graph: GraphModel; view: View }

const limit = 100
/** One step more than the shortest: often the more telling way. */
const longer = 1

/** The ways from one node to another in what is drawn; picking one lights it up. */
export function PathsPanel({ graph, view }: Props) {
  const path = useStore(view.store, (state) => state.path)
  const model = useStore(graph.store, (state) => state.graph)
  const hidden = useStore(view.store, (state) => state.hiddenRelations)
  const names = useStore(graph.store, (state) => state.names)
  const [directed, setDirected] = useState(false)
  const found = useMemo(() => {
    if (path?.to === undefined || path.to === null) return []
    const shown = new Set(names.filter((name) => !hidden.has(name)))
    return pathsBetween(model, path.from, path.to, { directed, names: shown, longer, limit })
  }, [model, path, directed, names, hidden])
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
          From “{graph.titleOf(from)}”. Open the menu of another node and pick “Path to here”.
        </p>
      ) : (
        <>
          <p>
            From “{graph.titleOf(from)}” to “{graph.titleOf(to)}”{' '}
            <IconButton label="Swap" onClick={() => view.setPath({ from: to, to: from })}>
              <ArrowLeftRight size={15} aria-hidden />
            </IconButton>
          </p>
          <label className="row">
            <input
              type="checkbox"
              checked={directed}
              onChange={({ target }) => setDirected(target.checked)}
            />
            Follow the arrows only
          </label>
          <p role="status">{wordsOf(found)}</p>
          <ol className="paths__list">
            {found.map((one) => (
              <li key={one.nodes.join(' ')}>
                <button
                  type="button"
                  className="text-button"
                  onClick={() => view.select({ nodes: one.nodes, edges: one.edges })}
                >
                  {one.nodes.map((id) => graph.titleOf(id)).join(' → ')}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function wordsOf(found: readonly Path[]): string {
  const [first] = found
  if (first === undefined) {
    return 'No path in what is drawn. There may be one through nodes that were not asked yet.'
  }
  const steps = first.nodes.length - 1
  const shortest = found.filter(({ nodes }) => nodes.length === first.nodes.length).length
  const more = found.length - shortest
  return `${shortest} shortest of ${steps} ${steps === 1 ? 'step' : 'steps'}${
    more === 0 ? '' : `, ${more} one step longer`
  }${found.length === limit ? `; the first ${limit} are listed` : ''}.`
}
