import { actedOn } from '../features/canvas'
import type { Command } from './command'
import type { Session } from './session'

/** What can be done with each relation name: those drawn, and those of the dictionary. */
export function nameCommands(session: Session): Command[] {
  const { graph, vocabulary } = session
  const { names } = graph.store.getState()
  const known = vocabulary.store.getState().words.map(({ name }) => name)
  const drawn = new Set(names)
  return [...new Set([...names, ...known, 'link'])].flatMap((name) => [
    ...expandBy(name, session),
    follow(name, session),
    ...(drawn.has(name) ? drawnName(name, session) : []),
  ])
}

function expandBy(name: string, { view, crawl, graph }: Session): Command[] {
  const { nodes } = actedOn(view.store.getState())
  const [first] = nodes
  if (first === undefined) return []
  const what = nodes.length === 1 ? `“${graph.titleOf(first)}”` : `${nodes.length} nodes`
  return [
    {
      title: `Expand ${what} by “${name}”`,
      run: () => nodes.forEach((id) => void crawl.expand(id, { relations: [name] })),
    },
  ]
}

function follow(name: string, { crawl, notices }: Session): Command {
  const { relations } = crawl.store.getState().follow
  const others = relations.filter((one) => one !== name)
  const isFollowed = others.length < relations.length
  const next = isFollowed ? others : [...relations, name]
  return {
    title: isFollowed ? `Do not follow “${name}”` : `Follow “${name}”`,
    run: () => {
      crawl.setFollow({ relations: next })
      notices.tell(`The next crawl follows ${next.length === 0 ? 'nothing' : next.join(', ')}.`)
    },
  }
}

function drawnName(name: string, { view, graph }: Session): Command[] {
  const isHidden = view.store.getState().hiddenRelations.has(name)
  const edges = [...graph.store.getState().graph.edges.values()]
  return [
    {
      title: `${isHidden ? 'Show' : 'Hide'} relations “${name}”`,
      run: () => view.toggleRelation(name),
    },
    {
      title: `Select relations “${name}”`,
      run: () =>
        view.select({ edges: edges.filter((one) => one.relation === name).map(({ id }) => id) }),
    },
  ]
}
