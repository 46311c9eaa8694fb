import { checkChange } from '@shared/edit'
import { type EdgeId, ownAddress, type Relation } from '@shared/graph'
import { quoted } from '@shared/text'
import { actsOf, type Context, type May, mayEdit, relationsOn } from './act'

const some = (context: Context): boolean => relationsOn(context).length > 0

const only = (context: Context): Relation | undefined => {
  const [first, ...more] = relationsOn(context)
  return more.length === 0 ? first : undefined
}

const one = (context: Context): boolean => only(context) !== undefined

/** Relations that Confluence makes itself are neither renamed nor deleted. */
const free = (context: Context): Relation[] =>
  relationsOn(context).filter((relation) => checkChange(relation) === null)

function mayChange(context: Context): May {
  const [first] = relationsOn(context)
  if (first === undefined) return false
  const allowed = mayEdit(context)
  return allowed === true && free(context).length === 0 ? (checkChange(first) ?? true) : allowed
}

const foldOf = ({ picture, on }: Context) => {
  const fold = on.edges.map(picture.foldAt).find((one) => one !== undefined)
  return fold?.kind === 'relations' ? fold : undefined
}

/** The address of the page in which a relation is written. */
function pageOf(context: Context): string | undefined {
  const relation = only(context)
  if (relation?.origin === undefined) return undefined
  const page = context.graph.store.getState().graph.nodes.get(relation.source)
  return ownAddress(page?.url, context.profile.site)
}

const sameNames = (context: Context): EdgeId[] => {
  const names = new Set(relationsOn(context).map(({ relation }) => relation))
  return [...context.graph.store.getState().graph.edges.values()]
    .filter(({ relation }) => names.has(relation))
    .map(({ id }) => id)
}

/** Acts on the relations that are selected. */
export const relationActs = actsOf({
  unfold: {
    title: 'Unfold the relations',
    group: 'relation',
    says: (context) => `Unfold the ${foldOf(context)?.edges.length ?? 0} relations`,
    when: (context) => foldOf(context) !== undefined,
    run: (context) => {
      const fold = foldOf(context)
      if (fold !== undefined) context.picture.openFold(fold.shown)
    },
  },
  details: {
    title: 'Details',
    group: 'relation',
    when: one,
    run: (context) => {
      const relation = only(context)
      if (relation === undefined) return
      context.view.goToRelation(relation.id)
      context.desk.goTo('details')
    },
  },
  'go-source': {
    title: 'Go to source',
    group: 'relation',
    when: one,
    run: (context) => {
      const relation = only(context)
      if (relation !== undefined) context.view.goTo(relation.source)
    },
  },
  'go-target': {
    title: 'Go to target',
    group: 'relation',
    when: one,
    run: (context) => {
      const relation = only(context)
      if (relation !== undefined) context.view.goTo(relation.target)
    },
  },
  'open-written': {
    title: 'Open the page it is written in',
    group: 'relation',
    link: pageOf,
    when: (context) => pageOf(context) !== undefined,
    run: (context) => {
      const url = pageOf(context)
      if (url !== undefined) context.desk.openLink(url)
    },
  },
  'select-name': {
    title: 'Select all of the same name',
    group: 'relation',
    says: (context) => {
      const relation = only(context)
      return relation === undefined
        ? 'Select all of these names'
        : `Select all ${quoted(relation.relation)}`
    },
    when: some,
    run: (context) => context.view.select({ edges: sameNames(context) }),
  },
  flip: {
    title: 'Flip {direction}',
    group: 'relation',
    line: true,
    when: (context) => one(context) && mayChange(context),
    run: (context) => {
      const relation = only(context)
      if (relation !== undefined) void context.acts.flipRelation(relation)
    },
  },
  rename: {
    title: 'Rename {relation}…',
    group: 'relation',
    when: mayChange,
    run: (context) => context.edits.ask({ kind: 'retype', relations: free(context) }),
  },
  delete: {
    title: 'Delete {relation}…',
    group: 'relation',
    keys: ['Delete', 'Backspace'],
    where: 'nodes',
    danger: true,
    when: mayChange,
    // The dialog says which of them cannot be deleted.
    run: (context) => context.edits.askDelete(relationsOn(context)),
  },
})
