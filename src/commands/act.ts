import type { Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import type { NodeId, Relation } from '@shared/graph'
import { quoted } from '@shared/text'
import type { AskModel } from '../features/ask'
import type { ActedOn, CanvasModel } from '../features/canvas'
import type { CrawlModel } from '../features/crawl'
import type { Draft, Edits } from '../features/edit'
import type { GraphModel } from '../features/graph'
import type { MapModel } from '../features/map'
import type { PictureModel } from '../features/picture'
import type { OpenNames } from '../features/unresolved'
import type { View } from '../features/view'
import type { Vocabulary } from '../features/vocabulary'
import type { Voice } from '../ui'
import type { Desk } from './desk'

/** What acts work on. */
export type Workbench = {
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
  readonly crawl: CrawlModel
  readonly map: MapModel
  readonly unresolved: OpenNames
  readonly ask: AskModel
  readonly edits: Edits
  readonly draft: Draft
  readonly vocabulary: Vocabulary
  readonly notices: Voice
  readonly acts: {
    readonly undo: () => Promise<void>
    readonly redo: () => Promise<void>
    readonly expand: (node: NodeId) => void
    readonly flipRelation: (relation: Relation) => Promise<void>
  }
  readonly desk: Desk
}

/** The same, and the nodes and relations that are acted on. */
export type Context = Workbench & { readonly on: ActedOn }

/** Yes; no, then it is not offered; or why not, which is said where it is offered. */
export type May = boolean | Failure

export type Group = 'node' | 'relation' | 'work' | 'crawl' | 'graph' | 'view' | 'window' | 'name'

/** One thing that can be done. Menus, palette, keys, buttons and the sheet of keys read it here. */
export type ActValue = {
  /** `{this}` stands for what is acted on; where that is not named, `this` stays. */
  readonly title: string
  readonly group: Group
  /** Such as `Ctrl+Shift+Z`; any of them does. */
  readonly keys?: readonly string[]
  /** Where its keys work; without it everywhere. */
  readonly where?: 'nodes'
  /** Its keys also work where text is typed. */
  readonly whileTyping?: true
  /** A single sign of it works also on a button: help is always to be found. */
  readonly onControls?: true
  /** Acts of one kind: a menu within the menu, one line in the sheet of keys. */
  readonly under?: string
  /** In menus a line is drawn above it. */
  readonly line?: true
  readonly danger?: true
  /** Takes the place of the title where that depends on how things are. */
  readonly says?: (context: Context) => string
  readonly when?: (context: Context) => May
  /** Where it leads outside the program; a menu makes a link of it. */
  readonly link?: (context: Context) => string | undefined
  readonly run: (context: Context) => void
}
export type Act = ActValue & { readonly id: string }

/** Keeps the names of acts, so that a button cannot ask for one that is not there. */
export const actsOf = <K extends string>(acts: Readonly<Record<K, ActValue>>) => acts

/** Acts that differ in one word only. */
export const actsFor = <P extends string, N extends string>(
  prefix: P,
  names: readonly N[],
  make: (name: N) => ActValue,
): Readonly<Record<`${P}-${N}`, ActValue>> =>
  // The library's type forgets which keys it was given.
  Object.fromEntries(names.map((name) => [`${prefix}-${name}`, make(name)])) as Record<
    `${P}-${N}`,
    ActValue
  >

/** The title as it is read here: with the name of what is acted on, or without. */
export function titleOf(act: Act, context: Context, named = false): string {
  const title = act.says?.(context) ?? act.title
  const what = named ? whatOf(act, context) : null
  return filled(title, what)
}

/** The title where nothing is acted on yet. */
export const plainTitle = ({ title }: Pick<Act, 'title'>): string => filled(title, null)

/** Puts a name where the title has room for one, or the word that stands there. */
const filled = (title: string, what: string | null): string =>
  title
    .replace(/\{(.*?)\}/, (_, usual: string) => what ?? usual)
    .replace(/ {2,}/g, ' ')
    .trim()

/** The nodes that an act is for: the title of one, else how many. */
export function nodesWords({ graph, on }: Context): string {
  const [node, ...nodes] = on.nodes
  return node !== undefined && nodes.length === 0
    ? quoted(graph.titleOf(node))
    : `${on.nodes.length} nodes`
}

/** What an act is for, in words. */
function whatOf({ group }: Act, context: Context): string | null {
  if (group === 'node' && context.on.nodes.length > 0) return nodesWords(context)
  const [relation, ...relations] = relationsOn(context)
  if (group === 'relation' && relation !== undefined) {
    return relations.length === 0
      ? `relation ${quoted(relation.relation)}`
      : `${relations.length + 1} relations`
  }
  return null
}

export function relationsOn({ graph, on }: Context): Relation[] {
  const { edges } = graph.store.getState().graph
  return on.edges.flatMap((id) => edges.get(id) ?? [])
}

/** Changes of the site are refused where the credentials allow none. */
export const mayEdit = ({ edits }: Workbench): May => edits.store.getState().readOnly ?? true

export const isDrawn = ({ graph }: Workbench): boolean =>
  graph.store.getState().graph.nodes.size > 0
