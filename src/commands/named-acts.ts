import { checkChange, checkDelete } from '@shared/edit'
import { pageLink } from '@shared/vocabulary'
import { quoted, isolated } from '@shared/text'
import { type Act, type Context, mayEdit } from './act'

/** Acts of which there are as many as saved views and relation names. */
export const namedActs = (context: Context): Act[] => [...viewActs(context), ...nameActs(context)]

const viewActs = ({ view }: Context): Act[] =>
  view.store.getState().views.map((one) => ({
    id: `view ${one.name}`,
    title: `View: ${isolated(one.name)}`,
    group: 'view',
    run: () => view.applyView(one),
  }))

/** What can be done with each relation name: those drawn, and those of the dictionary. */
function nameActs(context: Context): Act[] {
  const { names } = context.graph.store.getState()
  const known = context.vocabulary.store.getState().words.map(({ name }) => name)
  const drawn = new Set(names)
  return [...new Set([...names, ...known, pageLink])].flatMap((name) => [
    ...expandBy(name, context),
    follow(name, context),
    ...(drawn.has(name) ? drawnName(name, context) : []),
  ])
}

function expandBy(name: string, { on, graph }: Context): Act[] {
  const [first] = on.nodes
  if (first === undefined) return []
  const what = on.nodes.length === 1 ? quoted(graph.titleOf(first)) : `${on.nodes.length} nodes`
  return [
    {
      id: `expand-by ${name}`,
      title: `Expand ${what} by ${quoted(name)}`,
      group: 'name',
      run: ({ crawl }) => on.nodes.forEach((id) => void crawl.expand(id, { relations: [name] })),
    },
  ]
}

function follow(name: string, { crawl, notices }: Context): Act {
  const { relations } = crawl.store.getState().follow
  const others = relations.filter((one) => one !== name)
  const isFollowed = others.length < relations.length
  const next = isFollowed ? others : [...relations, name]
  return {
    id: `follow ${name}`,
    title: isFollowed ? `Do not follow ${quoted(name)}` : `Follow ${quoted(name)}`,
    group: 'name',
    run: () => {
      crawl.setFollow({ relations: next })
      notices.tell(`The next crawl follows ${next.length === 0 ? 'nothing' : next.join(', ')}.`)
    },
  }
}

function drawnName(name: string, { view, graph }: Context): Act[] {
  const isHidden = view.store.getState().hiddenRelations.has(name)
  return [
    {
      id: `toggle ${name}`,
      title: `${isHidden ? 'Show' : 'Hide'} relations ${quoted(name)}`,
      group: 'name',
      run: () => view.toggleRelation(name),
    },
    {
      id: `select ${name}`,
      title: `Select relations ${quoted(name)}`,
      group: 'name',
      run: () => {
        const edges = [...graph.store.getState().graph.edges.values()]
        view.select({ edges: edges.filter((one) => one.relation === name).map(({ id }) => id) })
      },
    },
    ...renameName(name),
  ]
}

/** Renames all that are drawn under a name, but for those that Confluence or a page holds. */
function renameName(name: string): Act[] {
  if (checkDelete(name) !== null) return []
  return [
    {
      id: `rename ${name}`,
      title: `Rename relations ${quoted(name)}…`,
      group: 'name',
      when: mayEdit,
      run: ({ edits, graph }) => {
        const named = [...graph.store.getState().graph.edges.values()].filter(
          (one) => one.relation === name && checkChange(one) === null,
        )
        if (named.length > 0) edits.ask({ kind: 'retype', relations: named })
      },
    },
  ]
}
