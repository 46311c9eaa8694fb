import { aboutOf, type Pseudonyms } from '../export'
import type { GraphFile } from '../graph'
import { atOnce, type Naming, type Pieces, plainNaming, relationLooks } from '../picture'
import { counted } from '../text'
import type { Word } from '../vocabulary'
import { makingScene } from './make-scene'
import type { Scene } from './model'
import type { SceneOptions, SceneSize } from './options'

type Exporting = Pick<SceneOptions, 'graph' | 'picture' | 'positions' | 'theme' | 'taken'> & {
  /** The whole graph as a file: where it comes from and when. */
  readonly file: GraphFile
  /** Relation names in the order in which they were first seen, with those of a draft. */
  readonly names: readonly string[]
  readonly words: readonly Word[]
  /** Of a redacted export. */
  readonly pseudonyms: Pseudonyms | null
  /** Legend, source and date below the picture. */
  readonly caption: boolean
  readonly size?: SceneSize
}

const asDrawn: SceneSize = { kind: 'scale', value: 1 }

/** The picture as it leaves the program, on the page and on the command line. */
export const exportedScene = (exporting: Exporting): Scene => atOnce(exportingScene(exporting))

/** The same in pieces. */
export function exportingScene(exporting: Exporting): Pieces<Scene> {
  const { file, names, words, theme, pseudonyms, caption, size = asDrawn } = exporting
  const { graph, picture, positions, taken } = exporting
  const about = aboutOf(pseudonyms === null ? file : { ...file, redacted: true })
  return makingScene({
    ...{ graph, picture, positions, theme, taken, size },
    looks: relationLooks(names, words, theme),
    naming: namingOf(pseudonyms),
    title: about.title,
    facts: caption
      ? ({ nodes, edges }) => [
          `${counted(nodes, 'node')}, ${counted(edges, 'relation')}.`,
          `Source: ${about.source}.`,
          `${file.exportedAt.slice(0, 16).replace('T', ' ')} UTC.`,
        ]
      : null,
  })
}

const namingOf = (names: Pseudonyms | null): Naming =>
  names === null
    ? plainNaming
    : {
        title: ({ id }) => names.title(id),
        relation: names.relation,
        // A group is called after its space, or after what is in it.
        group: (_, shown) => `Group of ${names.title(shown)}`,
        tint: ({ name, of }) =>
          of === null ? name : 'space' in of ? names.space(of.space).name : names.title(of.node),
      }
