import { type NodeId, ownAddress, refOf, relationsAt } from '@shared/graph'
import { type Change, changes } from '@shared/ask'
import { agree, quoted } from '@shared/text'
import { foldOptions, leafKeysAt, shownOf } from '../features/picture'
import { type ActValue, actsFor, actsOf, type Context, mayEdit, nodesWords } from './act'

const some = ({ on }: Context): boolean => on.nodes.length > 0

/** The only node that is acted on. */
const only = ({ on }: Context): NodeId | undefined =>
  on.nodes.length === 1 ? on.nodes[0] : undefined

/** The one of them that the keyboard is on. */
function here({ on, view }: Context): NodeId | undefined {
  const { focus } = view.store.getState()
  return focus !== null && on.nodes.includes(focus) ? focus : on.nodes[0]
}

/** The nearest node that is drawn, for the keyboard: a neighbour of one of these, or any. */
function nextTo(nodes: readonly NodeId[], { graph, picture }: Context): NodeId | null {
  const model = graph.store.getState().graph
  const { isNode } = shownOf(picture.store.getState())
  const near = nodes.flatMap((id) => {
    const { out, in: incoming } = relationsAt(model, id)
    return [...out.map(({ target }) => target), ...incoming.map(({ source }) => source)]
  })
  return near.find(isNode) ?? [...model.nodes.keys()].find(isNode) ?? null
}

const entityOf = ({ graph }: Context, id: NodeId | undefined) =>
  id === undefined ? undefined : graph.store.getState().graph.nodes.get(id)

const addressOf = (context: Context): string | undefined =>
  ownAddress(entityOf(context, only(context))?.url, context.profile.site)

/** Nodes that are drawn as one, all of which are acted on. */
function foldsOn({ picture, on }: Context) {
  const nodes = new Set(on.nodes)
  return picture.store
    .getState()
    .folds.flatMap((fold) =>
      fold.kind !== 'relations' && fold.nodes.every((id) => nodes.has(id)) ? [fold] : [],
    )
}

function expand(context: Context): void {
  const folds = foldsOn(context)
  // What was drawn as one is opened first; to ask for each of its nodes is another act.
  const folded = new Set(folds.flatMap(({ nodes }) => nodes))
  for (const { shown } of folds) context.picture.openFold(shown)
  for (const id of context.on.nodes) if (!folded.has(id)) context.acts.expand(id)
}

function expandSays(context: Context): string {
  const folded = new Set(foldsOn(context).flatMap(({ nodes }) => nodes))
  const isAll = folded.size > 0 && context.on.nodes.every((id) => folded.has(id))
  return isAll ? `Unfold the ${folded.size} nodes` : 'Expand {}'
}

/** The other selected nodes. */
const others = (context: Context): NodeId[] =>
  context.view.store.getState().selection.nodes.filter((id) => id !== here(context))

const othersWords = (context: Context): string => {
  const { length } = others(context)
  return agree(length, 'the other selected node', `the ${length} other selected nodes`)
}

const hereWords = (context: Context): string => {
  const id = here(context)
  return id === undefined ? 'this' : quoted(context.graph.titleOf(id))
}

const mayConnect = (context: Context) => some(context) && mayEdit(context)

const mayConnectOthers = (context: Context) => others(context).length > 0 && mayConnect(context)

function connectOthers(context: Context, isFrom: boolean): void {
  const node = here(context)
  if (node === undefined) return
  context.edits.connect(
    others(context).map((other) =>
      isFrom ? { source: node, target: other } : { source: other, target: node },
    ),
    {},
  )
}

function leafKeys({ graph, view, picture, on }: Context): readonly string[] {
  const options = foldOptions(view.store.getState(), picture.store.getState().groups, [])
  const model = graph.store.getState().graph
  return [...new Set(on.nodes.flatMap((id) => leafKeysAt(model, id, options)))]
}

const ownGroup = (context: Context) => {
  const id = only(context)
  const key = id === undefined ? null : context.picture.groupKeyOf(id)
  return key === null || foldsOn(context).length > 0
    ? undefined
    : context.picture.members().find((group) => group.key === key)
}

const isPinned = ({ view, on }: Context): boolean => {
  const { pinned } = view.store.getState()
  return on.nodes.every((id) => pinned.has(id))
}

const near = (digit: string): ActValue => ({
  title: `Focus: ${digit} ${digit === '1' ? 'step' : 'steps'} from {here}`,
  group: 'node',
  keys: [digit],
  where: 'nodes',
  under: 'Only so many steps from here',
  when: some,
  run: ({ view, on }) => view.setNear({ centres: on.nodes, steps: Number(digit) }),
})

/** Asks what a change of a page would do to what links to it, includes or lists it. */
const whatIf = (verb: Change | 'change'): ActValue => ({
  title: `What if I ${verb} {this page}?`,
  group: 'node',
  under: 'What if…',
  when: (context) => {
    const page = only(context)
    return page !== undefined && refOf(page).type === 'content'
  },
  run: (context) =>
    withOnly(context, (page) => {
      context.ask.choose({ kind: 'change', page, by: verb === 'change' ? null : verb })
      context.desk.showTab('insights')
    }),
})

/** Acts on nodes: those that are selected, or the one the keyboard is on. */
export const nodeActs = actsOf({
  expand: {
    title: 'Expand {}',
    group: 'node',
    keys: ['E'],
    where: 'nodes',
    says: expandSays,
    when: some,
    run: expand,
  },
  'expand-by': {
    title: 'Expand {} by…',
    group: 'node',
    when: (context) => only(context) !== undefined,
    run: (context) => withOnly(context, context.desk.expandBy),
  },
  probe: {
    title: 'Probe relation names…',
    group: 'node',
    when: (context) => only(context) !== undefined,
    run: (context) => withOnly(context, context.desk.probe),
  },
  'start-here': {
    title: 'Choose {this} as the start of a crawl',
    group: 'node',
    says: ({ on }) =>
      on.nodes.length > 1
        ? `Choose ${on.nodes.length} nodes as starts of a crawl`
        : 'Choose {this} as the start of a crawl',
    when: some,
    run: (context) => {
      context.crawl.setStarts(context.on.nodes.flatMap((id) => entityOf(context, id) ?? []))
      context.desk.showTab('crawl')
    },
  },
  connect: {
    title: 'Connect {} to…',
    group: 'node',
    keys: ['C'],
    where: 'nodes',
    line: true,
    when: mayConnect,
    run: ({ edits, on }) => edits.connectFrom(on.nodes),
  },
  'connect-one': {
    title: 'Connect one to {all}…',
    group: 'node',
    when: (context) => context.on.nodes.length > 1 && mayEdit(context),
    run: ({ edits, on }) => edits.connectFrom(on.nodes, true),
  },
  'connect-others-to': {
    title: 'Connect the others to {this}',
    group: 'node',
    says: (context) => `Connect ${othersWords(context)} to ${hereWords(context)}`,
    when: mayConnectOthers,
    run: (context) => connectOthers(context, false),
  },
  'connect-to-others': {
    title: 'Connect {this} to the others',
    group: 'node',
    says: (context) => `Connect ${hereWords(context)} to ${othersWords(context)}`,
    when: mayConnectOthers,
    run: (context) => connectOthers(context, true),
  },
  'path-from': {
    title: 'Path from {here}',
    group: 'node',
    keys: ['P'],
    where: 'nodes',
    line: true,
    when: some,
    run: (context) => {
      const from = here(context)
      if (from !== undefined) context.view.setPath({ from, to: null })
    },
  },
  'path-to': {
    title: 'Path to {here}',
    group: 'node',
    keys: ['Shift+P'],
    where: 'nodes',
    when: (context) => {
      const from = context.view.store.getState().path?.from
      return from !== undefined && some(context) && from !== here(context)
    },
    run: (context) => {
      const to = here(context)
      if (to !== undefined) context.view.pathTo(to)
    },
  },
  ...actsFor('what-if', ['change', ...changes], whatIf),
  ...actsFor('near', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], near),
  'fold-leaves': {
    title: 'Fold its leaves',
    group: 'node',
    line: true,
    when: (context) => foldsOn(context).length === 0 && leafKeys(context).length > 0,
    run: (context) => context.view.fold(leafKeys(context)),
  },
  'fold-group': {
    title: 'Fold its group',
    group: 'node',
    says: (context) => `Fold its group, ${quoted(ownGroup(context)?.name ?? '')}`,
    when: (context) => ownGroup(context) !== undefined,
    run: (context) => {
      const group = ownGroup(context)
      if (group !== undefined) context.view.foldGroups([group], true)
    },
  },
  hide: {
    title: 'Hide {}',
    group: 'node',
    keys: ['H'],
    where: 'nodes',
    line: true,
    when: some,
    run: (context) => {
      const { view, on } = context
      const isAt = on.nodes.some((id) => id === view.store.getState().focus)
      view.hide(on.nodes, nodesWords(context))
      if (isAt) view.setFocus(nextTo(on.nodes, context))
    },
  },
  pin: {
    title: 'Pin {} here',
    group: 'node',
    when: (context) => some(context) && !isPinned(context),
    run: (context) => context.view.pin(context.on.nodes, nodesWords(context)),
  },
  release: {
    title: 'Release {}',
    group: 'node',
    when: (context) => some(context) && isPinned(context),
    run: (context) => context.view.release(context.on.nodes, nodesWords(context)),
  },
  'copy-link': {
    title: 'Copy link',
    group: 'node',
    line: true,
    when: (context) => addressOf(context) !== undefined,
    run: (context) => withAddress(context, context.desk.copyLink),
  },
  'open-link': {
    title: 'Open in Confluence',
    group: 'node',
    link: addressOf,
    when: (context) => addressOf(context) !== undefined,
    run: (context) => withAddress(context, context.desk.openLink),
  },
})

function withOnly(context: Context, act: (node: NodeId) => void): void {
  const id = only(context)
  if (id !== undefined) act(id)
}

function withAddress(context: Context, act: (url: string) => void): void {
  const url = addressOf(context)
  if (url !== undefined) act(url)
}
