import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { Grouping, Level, Levels } from '@shared/edit'
import { foldParts, groupWords } from './folding'
import type { Act } from './showing'
import type { ViewState } from './view-state'

export const groupings = [null, 'space', 'section', 'community'] as const

export const groupingWords = (by: Grouping | null): string => by ?? 'nothing'

export const levelWords: Readonly<Record<Levels, string>> = {
  pages: 'pages',
  zoom: 'by zoom',
  sections: 'sections',
  spaces: 'spaces',
}

const levelTitles: Readonly<Record<Levels, string>> = {
  pages: 'Drew each page.',
  zoom: 'Drew spaces, sections or pages, by the zoom.',
  sections: 'Drew each section as one.',
  spaces: 'Drew each space as one.',
}

const isOfGroup = (key: string) => key.startsWith('group')

/** Nodes that are drawn as one where `key` is folded. */
type Folded = { readonly key: string; readonly nodes: readonly NodeId[] }

/** By what nodes are grouped, and which groups are drawn as one; the graph is left as it is. */
export function createGrouping({ getState, setState }: StoreApi<ViewState>, act: Act) {
  const without = (keys: ReadonlySet<string>) => new Set([...keys].filter((key) => !isOfGroup(key)))
  const groupBy = (by: Grouping | null) => {
    const title = by === null ? 'Grouped by nothing.' : `Grouped by ${by}.`
    act('group', title, ['groupBy', 'folding'], () =>
      setState(({ folding }) => ({
        groupBy: by,
        // Groups of another kind are other groups.
        folding: {
          ...folding,
          opened: without(folding.opened),
          closed: without(folding.closed),
        },
      })),
    )
  }
  return {
    groupBy,
    /** What one shape stands for; groups that were unfolded at another level are forgotten. */
    setLevels: (levels: Levels) =>
      act('group', levelTitles[levels], ['levels', 'folding'], () =>
        setState(({ folding }) => ({
          levels,
          folding: { ...folding, opened: without(folding.opened) },
        })),
      ),
    /** What the zoom has room for, as the canvas sees it: no act of anyone. */
    setRoom: (room: Level) => setState({ room }),
    setDrawsAll: (drawsAll: boolean) => setState({ drawsAll }),
    /** By nothing, by space, by section, by community, and round again. */
    groupByNext: () => {
      const at = groupings.indexOf(getState().groupBy)
      groupBy(groupings[(at + 1) % groupings.length] ?? null)
    },
    foldGroups: (groups: readonly Folded[], isFolded: boolean) => {
      const keys = new Set(groups.map(({ key }) => key))
      const taken = new Set(groups.flatMap(({ nodes }) => nodes))
      act('fold', `${isFolded ? 'Folded' : 'Unfolded'} ${groupWords(keys.size)}.`, foldParts, () =>
        setState(({ folding, kept }) => ({
          folding: {
            ...folding,
            closed: new Set([
              ...[...folding.closed].filter((key) => !keys.has(key)),
              ...(isFolded ? keys : []),
            ]),
          },
          kept: isFolded ? new Set([...kept].filter((id) => !taken.has(id))) : kept,
          selection: { nodes: [], edges: [] },
        })),
      )
    },
  }
}
