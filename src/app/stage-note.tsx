import { useStore } from 'zustand'
import type { ActId } from '../commands'
import { ActButton } from '../commands/panels'
import type { Session } from '../session'

type Note = {
  readonly title: string
  readonly words: string
  /** Under what is drawn, not over it. */
  readonly below?: boolean
  readonly act?: ActId
}

/** Why there is nothing to see, or next to nothing, and what to do about it. */
export function StageNote({ session }: { session: Session }) {
  const note = useNote(session)
  if (note === null) return null
  return (
    <div className={`empty-stage ${note.below === true ? 'empty-stage--below' : ''}`}>
      <h2>{note.title}</h2>
      <p>{note.words}</p>
      {note.act !== undefined && <ActButton act={note.act} />}
    </div>
  )
}

function useNote({ graph, view, picture, crawl, map }: Session): Note | null {
  const { nodes, edges } = useStore(graph.store, (state) => state.graph)
  const run = useStore(crawl.store, (state) => state.run)
  const mapping = useStore(map.store, (state) => state.run.kind === 'active')
  const hiddenNodes = useStore(view.store, (state) => state.hiddenNodes)
  const match = useStore(picture.store, (state) => state.match)
  if (nodes.size === 0) return run.kind === 'active' || mapping ? starting : nothingYet
  if (hiddenNodes.size >= nodes.size && [...nodes.keys()].every((id) => hiddenNodes.has(id))) {
    return {
      title: 'Everything is hidden',
      words: `All ${nodes.size.toLocaleString('en')} nodes are hidden. They are still in the graph.`,
      act: 'show-all',
    }
  }
  if (match !== null && match.nodes.size === 0) {
    return {
      title: 'Nothing matches the filter',
      words: `None of ${nodes.size.toLocaleString('en')} nodes ${match.mode === 'hide' ? 'is left' : 'stands out'}.`,
      act: 'clear-filter',
    }
  }
  const isComplete = run.kind === 'ended' && run.summary.state === 'complete'
  return isComplete && nodes.size === 1 && edges.size === 0 ? nothingFound : null
}

const nothingYet: Note = {
  title: 'Nothing drawn yet',
  words:
    'Choose a page, blog post, space or person on the left, say which relations to follow, and start the crawl. Page links work on every site without any set-up.',
}

const starting: Note = {
  title: 'Asking the site…',
  words: 'What is found is drawn as it comes.',
}

const nothingFound: Note = {
  title: 'Nothing is related to it',
  below: true,
  words:
    'Not by these names, in this direction, to these types. Follow other names, both directions or more types, or probe the node for names from its menu.',
}
