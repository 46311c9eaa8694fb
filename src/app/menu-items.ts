import { checkDelete } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import { type EdgeId, type NodeId, ownAddress, type Relation } from '@shared/graph'
import { foldOptions, leafKeysAt } from '../features/picture'
import { layoutWords } from '../features/layout'
import type { Spot } from '../features/canvas'
import type { MenuItem } from '../ui'
import type { Session } from './session'

type Context = Session & {
  expandBy: (node: NodeId) => void
  probe: (node: NodeId) => void
}

/** What a right-click offers, by what was clicked. */
export function menuItems(spot: Spot, context: Context): { heading: string; items: MenuItem[] } {
  switch (spot.kind) {
    case 'node':
      return nodeItems(spot.id, context)
    case 'edge':
      return edgeItems(spot.id, context)
    case 'background':
      return { heading: 'Graph', items: graphItems(context) }
  }
}

const whyNot = (failure: Failure | null) =>
  failure === null ? {} : { disabled: explain(failure).sentence }

function nodeItems(id: NodeId, context: Context) {
  const { profile, graph, view, edits, acts, notices, expandBy, probe, crawl } = context
  const entity = graph.store.getState().graph.nodes.get(id)
  const url = ownAddress(entity?.url, profile.site)
  const items: MenuItem[] = [
    { kind: 'act', label: 'Expand', keys: 'E', onPick: () => acts.expand(id) },
    { kind: 'act', label: 'Expand by…', onPick: () => expandBy(id) },
    { kind: 'act', label: 'Probe relation names…', onPick: () => probe(id) },
    {
      kind: 'act',
      label: 'Start a crawl here',
      onPick: () => {
        if (entity !== undefined) crawl.setStart(entity)
      },
    },
    { kind: 'line' },
    {
      kind: 'act',
      label: 'Connect to…',
      keys: 'C',
      onPick: () => edits.connectFrom([id]),
      ...whyNot(edits.store.getState().readOnly),
    },
    ...bulkItems(id, context),
    ...pathItems(id, view),
    ...foldItems(id, context),
    { kind: 'line' },
    { kind: 'act', label: 'Hide', keys: 'H', onPick: () => view.hide([id]) },
    view.store.getState().pinned.has(id)
      ? { kind: 'act', label: 'Release', onPick: () => view.release([id]) }
      : { kind: 'act', label: 'Pin here', onPick: () => view.pin([id]) },
    ...(url === undefined
      ? []
      : ([
          {
            kind: 'act',
            label: 'Copy link',
            onPick: () => {
              void navigator.clipboard.writeText(url).then(
                () => notices.say({ tone: 'plain', sentence: 'The link is copied.' }),
                () =>
                  notices.say({
                    tone: 'bad',
                    sentence: 'The link could not be copied.',
                    next: url,
                  }),
              )
            },
          },
          { kind: 'link', label: 'Open in Confluence', href: url },
        ] as const)),
  ]
  return { heading: entity?.title ?? id, items }
}

/** Leaves that can be drawn as one, or one that can be opened. */
function foldItems(id: NodeId, { graph, view, picture }: Context): MenuItem[] {
  const fold = picture.foldAt(id)
  if (fold !== undefined && fold.kind !== 'relations') {
    const label = `Unfold the ${fold.nodes.length} nodes`
    return [{ kind: 'act', label, keys: 'E', onPick: () => void picture.openFold(id) }]
  }
  const options = foldOptions(view.store.getState(), picture.store.getState().groups, [])
  const keys = leafKeysAt(graph.store.getState().graph, id, options)
  const own = picture.groupKeyOf(id)
  const group = options.groups.find(({ key }) => key === own)
  return [
    ...(keys.length === 0
      ? []
      : ([{ kind: 'act', label: 'Fold its leaves', onPick: () => view.fold(keys) }] as const)),
    ...(group === undefined
      ? []
      : ([
          {
            kind: 'act',
            label: `Fold its group, “${group.name}”`,
            onPick: () => view.foldGroups([group], true),
          },
        ] as const)),
  ]
}

/** A way is looked for from one node to another. */
function pathItems(id: NodeId, view: Context['view']): MenuItem[] {
  const from = view.store.getState().path?.from
  return [
    {
      kind: 'act',
      label: 'Path from here',
      keys: 'P',
      onPick: () => view.setPath({ from: id, to: null }),
    },
    ...(from === undefined || from === id
      ? []
      : ([
          {
            kind: 'act',
            label: 'Path to here',
            keys: 'Shift P',
            onPick: () => view.setPath({ from, to: id }),
          },
        ] as const)),
  ]
}

/** With others selected, a node is connected with all of them at once. */
function bulkItems(id: NodeId, { view, edits }: Context): MenuItem[] {
  const others = view.store.getState().selection.nodes.filter((one) => one !== id)
  if (others.length === 0) return []
  const many = others.length === 1 ? 'the selected one' : `the ${others.length} selected`
  const refused = whyNot(edits.store.getState().readOnly)
  return [
    {
      kind: 'act',
      label: `Connect ${many} to this`,
      onPick: () =>
        edits.connect(
          others.map((source) => ({ source, target: id })),
          {},
        ),
      ...refused,
    },
    {
      kind: 'act',
      label: `Connect this to ${many}`,
      onPick: () =>
        edits.connect(
          others.map((target) => ({ source: id, target })),
          {},
        ),
      ...refused,
    },
  ]
}

function edgeItems(id: EdgeId, { graph, view, picture, edits, acts }: Context) {
  const relation = graph.store.getState().graph.edges.get(id)
  if (relation === undefined) return { heading: 'Relation', items: [] }
  const refused = edits.store.getState().readOnly ?? checkDelete(relation.relation)
  const fold = picture.foldAt(id)
  const items: MenuItem[] = [
    ...(fold?.kind === 'relations'
      ? ([
          {
            kind: 'act',
            label: `Unfold the ${fold.edges.length} relations`,
            onPick: () => void picture.openFold(id),
          },
        ] as const)
      : []),
    { kind: 'act', label: 'Details', onPick: () => view.goToRelation(id) },
    { kind: 'act', label: 'Go to source', onPick: () => view.goTo(relation.source) },
    { kind: 'act', label: 'Go to target', onPick: () => view.goTo(relation.target) },
    {
      kind: 'act',
      label: `Select all “${relation.relation}”`,
      onPick: () => view.select({ edges: sameName(relation, graph) }),
    },
    { kind: 'line' },
    {
      kind: 'act',
      label: 'Flip direction',
      onPick: () => void acts.flipRelation(relation),
      ...whyNot(refused),
    },
    {
      kind: 'act',
      label: 'Rename relation…',
      onPick: () => edits.ask({ kind: 'retype', relations: [relation] }),
      ...whyNot(refused),
    },
    {
      kind: 'act',
      label: 'Delete relation',
      keys: 'Del',
      danger: true,
      onPick: () => edits.askDelete([relation]),
      ...whyNot(refused),
    },
  ]
  const heading = `${graph.titleOf(relation.source)} — ${relation.relation} → ${graph.titleOf(relation.target)}`
  return { heading, items }
}

const sameName = ({ relation }: Relation, { store }: Context['graph']): EdgeId[] =>
  [...store.getState().graph.edges.values()]
    .filter((one) => one.relation === relation)
    .map(({ id }) => id)

function graphItems({ view, picture, canvas }: Context): MenuItem[] {
  const { hiddenNodes, hiddenRelations } = view.store.getState()
  const hidden = hiddenNodes.size + hiddenRelations.size
  return [
    { kind: 'act', label: 'Fit the graph', keys: 'F', onPick: canvas.fit },
    {
      kind: 'act',
      label: 'Select all',
      keys: 'Ctrl+A',
      onPick: () => picture.select({ nodes: picture.drawnNodes() }),
    },
    ...(hidden === 0
      ? []
      : ([{ kind: 'act', label: 'Show all that is hidden', onPick: view.showAll }] as const)),
    { kind: 'line' },
    ...(['force', 'layered', 'concentric', 'grid'] as const).map((layout): MenuItem => ({
      kind: 'act',
      label: `Layout: ${layoutWords[layout]}`,
      onPick: () => void canvas.arrange(layout),
    })),
  ]
}
