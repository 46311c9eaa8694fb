import {
  type Drawn,
  partOf,
  type Pseudonyms,
  pseudonymsOf,
  redact,
  type RelationFace,
} from '@shared/export'
import type { EdgeId, GraphFile, NodeId } from '@shared/graph'
import type { Word } from '@shared/vocabulary'
import type { CanvasModel } from '../canvas'
import type { GraphModel } from '../graph'
import {
  atOnce,
  exportingScene,
  inTurns,
  namesWith,
  type Pieces,
  relationLooks,
  type PictureModel,
  type Scene,
  type SceneSize,
  type Taken,
  type Theme,
} from '../picture'
import type { View } from '../view'
import { betweenFrames, GivenUp } from './between-frames'
import type { Choice } from './choice'

/** All that an export is made from. */
export type Sources = {
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
  readonly words: readonly Word[]
  readonly theme: Theme
  /** The whole graph as a file, as it is now. */
  readonly file: GraphFile
}

export type Wanted = Pick<Choice, 'part' | 'redact' | 'redactRelations' | 'paper' | 'caption'>

/** The pseudonyms of a redacted export, or null. They are those of the whole graph for any part. */
const namesFor = ({ file }: Sources, { redact, redactRelations }: Wanted): Pseudonyms | null =>
  redact ? pseudonymsOf(file, { relations: redactRelations }) : null

/** The last picture of each dialog: what is looked at is what is saved, and it is made once. */
const made = new WeakMap<Sources, { readonly key: string; readonly scene: Scene }>()
/** The one that is being made. */
const making = new WeakMap<
  Sources,
  { readonly key: string; readonly scene: Promise<Scene | null> }
>()

const keyOf = ({ part, redact, redactRelations, paper, caption }: Wanted, size?: SceneSize) =>
  [part, redact, redactRelations, paper, caption, size?.kind, size?.value].join(' ')

/** More nodes than this are not laid out in one go: the page would stand still. */
const many = 1_500

export const isLarge = ({ graph }: Sources): boolean =>
  graph.store.getState().graph.nodes.size > many

/** The picture of what is wanted, as large as it is wanted. */
export function sceneFor(sources: Sources, wanted: Wanted, size?: SceneSize): Scene {
  const key = keyOf(wanted, size)
  const known = made.get(sources)
  if (known?.key === key) return known.scene
  const scene = atOnce(newScene(sources, wanted, size))
  made.set(sources, { key, scene })
  return scene
}

/** The same, made while the page answers; null where another one was asked for meanwhile. */
export function sceneLater(
  sources: Sources,
  wanted: Wanted,
  size?: SceneSize,
): Promise<Scene | null> {
  const key = keyOf(wanted, size)
  const known = made.get(sources)
  if (known?.key === key) return Promise.resolve(known.scene)
  const begun = making.get(sources)
  if (begun?.key === key) return begun.scene
  const rest = betweenFrames(() => making.get(sources)?.key === key)
  const scene = inTurns(newScene(sources, wanted, size), rest).then(
    (done) => {
      made.set(sources, { key, scene: done })
      making.delete(sources)
      return done
    },
    (error: unknown) => {
      if (error instanceof GivenUp) return null
      making.delete(sources)
      throw error
    },
  )
  making.set(sources, { key, scene })
  return scene
}

function newScene(sources: Sources, wanted: Wanted, size?: SceneSize): Pieces<Scene> {
  const { graph, picture, canvas, view, words, file } = sources
  const theme = wanted.paper === 'light' || wanted.paper === 'dark' ? wanted.paper : sources.theme
  const model = graph.store.getState()
  return exportingScene({
    ...{ file, words, theme },
    graph: model.graph,
    picture: picture.store.getState(),
    positions: new Map(canvas.positions()),
    names: namesWith(model.names, view.store.getState().drafted.ghosts),
    taken: takenOf(sources, wanted.part),
    pseudonyms: namesFor(sources, wanted),
    caption: wanted.caption,
    ...(size !== undefined && { size }),
  })
}

function takenOf({ view, canvas }: Sources, part: Wanted['part']): Taken {
  if (part === 'selection') return { kind: 'selection', ...view.store.getState().selection }
  const seen = part === 'view' ? canvas.extent() : null
  if (seen === null) return { kind: 'whole' }
  return {
    kind: 'view',
    box: { x: seen.x1, y: seen.y1, width: seen.x2 - seen.x1, height: seen.y2 - seen.y1 },
  }
}

/** The data of what is wanted. */
export function drawnFor(sources: Sources, wanted: Wanted): Drawn {
  const { file, graph, words } = sources
  const names = namesFor(sources, wanted)
  const part = dataPart(sources, wanted)
  const taken = part === null ? file : partOf(file, part)
  const looks = [...relationLooks(graph.store.getState().names, words, 'light')].map(
    ([name, look]): [string, RelationFace] => [names?.relation(name) ?? name, look],
  )
  return { file: names === null ? taken : redact(taken, names), looks: new Map(looks) }
}

/** Nodes and relations of a part; what something in view stands for is in it too. */
function dataPart(sources: Sources, wanted: Wanted) {
  const { view, picture, graph } = sources
  if (wanted.part === 'whole') return null
  if (wanted.part === 'selection') {
    const { selection } = view.store.getState()
    const picked = new Set(selection.nodes)
    const among = [...graph.store.getState().graph.edges.values()].filter(
      ({ source, target }) => picked.has(source) && picked.has(target),
    )
    return { nodes: picked, edges: new Set([...selection.edges, ...among.map(({ id }) => id)]) }
  }
  const scene = sceneFor(sources, { ...wanted, redact: false, caption: false })
  const nodes = new Set<NodeId>(scene.nodes.map(({ id }) => id))
  const edges = new Set<EdgeId>(scene.edges.map(({ id }) => id))
  for (const fold of picture.store.getState().folds) {
    if (fold.kind === 'relations' && edges.has(fold.shown))
      for (const id of fold.edges) edges.add(id)
    if (fold.kind !== 'relations' && nodes.has(fold.shown)) {
      for (const id of fold.nodes) {
        nodes.add(id)
        for (const edge of graph.store.getState().graph.incident.get(id) ?? []) edges.add(edge)
      }
    }
  }
  return { nodes, edges }
}
