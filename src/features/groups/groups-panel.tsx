import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { type Grouping, Levels } from '@shared/edit'
import { counted } from '@shared/text'
import { useId, useMemo } from 'react'
import { useStore } from 'zustand'
import type { GraphModel } from '../graph'
import { groupColour, type Members, membersOf, type PictureModel } from '../picture'
import type { CanvasModel } from '../canvas'
import { groupings, groupingWords, levelWords, type View } from '../view'
import { Button, useTheme } from '../../ui'

type Props = { graph: GraphModel; view: View; picture: PictureModel; canvas: CanvasModel }

const titles = {
  nothing: 'Nothing',
  space: 'Space',
  section: 'Section',
  community: 'Community',
} as const

/** By what nodes are grouped, and each group: select it, or draw it as one node. */
export function GroupsPanel({ graph, view, picture, canvas }: Props) {
  const label = useId()
  const by = useStore(view.store, (state) => state.groupBy)
  const of = useStore(picture.store, (state) => state.groups)
  const hidden = useStore(picture.store, (state) => state.hiddenNodes)
  const isEmpty = useStore(graph.store, (state) => state.graph.nodes.size === 0)
  const groups = useMemo(() => membersOf(of, (id) => !hidden.has(id)), [of, hidden])
  return (
    <section className="groups" aria-labelledby={label}>
      <h2 id={label}>Group by</h2>
      <ToggleGroup
        className="segmented"
        aria-labelledby={label}
        value={[groupingWords(by)]}
        onValueChange={([next]) => {
          const wanted = groupings.find((one) => groupingWords(one) === next)
          if (wanted !== undefined) view.groupBy(wanted)
        }}
      >
        {groupings.map((one) => (
          <Toggle key={groupingWords(one)} value={groupingWords(one)} className="segmented__part">
            {titles[one ?? 'nothing']}
          </Toggle>
        ))}
      </ToggleGroup>
      <p className="hint" role="status">
        {isEmpty ? 'Nothing is drawn yet. Crawl first.' : statusWords(by, groups)}
      </p>
      <LevelChoice {...{ view, picture }} />
      {groups.length > 0 && <GroupList {...{ view, canvas, groups }} />}
    </section>
  )
}

const groupWords: Readonly<Record<Grouping, string>> = {
  space: '',
  section:
    ' Each is a page right under the top of its tree, with all below it. What is in no tree is with its space.',
  community: ' Each is more connected inside than outside, and named after its most related node.',
}

function statusWords(by: (typeof groupings)[number], groups: readonly Members[]): string {
  if (by === null) return 'Groups are drawn as hulls, and can be folded into one node each.'
  if (groups.length === 0) return 'No two nodes belong together.'
  const count = groups.reduce((sum, { nodes }) => sum + nodes.length, 0)
  const many = counted(groups.length, 'group')
  return `${many}, ${count} nodes.${groupWords[by]}`
}

const levelTitles: Readonly<Record<Levels, string>> = {
  pages: 'Pages',
  zoom: 'By zoom',
  sections: 'Sections',
  spaces: 'Spaces',
}

/** What one shape stands for: held, or by the zoom. */
function LevelChoice({ view, picture }: Pick<Props, 'view' | 'picture'>) {
  const label = useId()
  const levels = useStore(view.store, (state) => state.levels)
  const level = useStore(picture.store, (state) => state.level)
  return (
    <>
      <h2 id={label}>Draw</h2>
      <ToggleGroup
        className="segmented"
        aria-labelledby={label}
        value={[levels]}
        onValueChange={([next]) => {
          const wanted = Levels.options.find((one) => one === next)
          if (wanted !== undefined) view.setLevels(wanted)
        }}
      >
        {Levels.options.map((one) => (
          <Toggle key={one} value={one} className="segmented__part">
            {levelTitles[one]}
          </Toggle>
        ))}
      </ToggleGroup>
      <p className="hint">
        {levels === 'zoom'
          ? `Far out a space is one shape, nearer a section, nearest each page. Now: ${levelWords[level]}.`
          : 'A space or section as one shape has the relations of all its pages.'}
      </p>
    </>
  )
}

type ListProps = { view: View; canvas: CanvasModel; groups: readonly Members[] }

function GroupList({ view, canvas, groups }: ListProps) {
  const theme = useTheme()
  const { closed } = useStore(view.store, (state) => state.folding)
  const allFolded = groups.every(({ key }) => closed.has(key))
  return (
    <>
      <div className="row row--wrap">
        <Button onClick={() => void canvas.arrange()}>Tidy by group</Button>
        <Button onClick={() => view.foldGroups(groups, !allFolded)}>
          {allFolded ? 'Unfold all' : 'Fold all'}
        </Button>
      </div>
      <ul className="groups__list" aria-label="Groups">
        {groups.map((group, at) => (
          <li key={group.key} className="groups__one">
            <svg width="14" height="14" aria-hidden>
              <circle
                cx="7"
                cy="7"
                r="5.5"
                fill="none"
                strokeWidth="2"
                stroke={groupColour(at, theme)}
              />
            </svg>
            <button
              type="button"
              className="groups__name"
              title="Select its nodes"
              onClick={() => view.goToAll({ nodes: group.nodes })}
            >
              {group.name}
            </button>
            <span className="count">{group.nodes.length.toLocaleString('en')}</span>
            <Button
              look="quiet"
              aria-pressed={closed.has(group.key)}
              onClick={() => view.foldGroups([group], !closed.has(group.key))}
            >
              Fold<span className="visually-hidden"> {group.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
