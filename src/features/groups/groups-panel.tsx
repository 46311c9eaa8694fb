import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { useId } from 'react'
import { useStore } from 'zustand'
import type { GraphModel } from '../graph'
import { Button } from '../../ui'
import type { View } from '../view/store'
import { useTheme } from '../picture/use-theme'
import { groupColour } from '../picture/group-look'
import { groupings, groupingWords, type Members, membersOf } from '../view/grouping'

type Props = { graph: GraphModel; view: View }

const titles = { nothing: 'Nothing', space: 'Space', community: 'Community' } as const

/** By what nodes are grouped, and each group: select it, or draw it as one node. */
export function GroupsPanel({ graph, view }: Props) {
  const label = useId()
  const { grouping, hiddenNodes } = useStore(view.store)
  const isEmpty = useStore(graph.store, (state) => state.graph.nodes.size === 0)
  const groups = membersOf(grouping.of, (id) => !hiddenNodes.has(id))
  return (
    <section className="groups" aria-labelledby={label}>
      <h2 id={label}>Group by</h2>
      <ToggleGroup
        className="segmented"
        aria-labelledby={label}
        value={[groupingWords(grouping.by)]}
        onValueChange={([next]) => {
          const by = groupings.find((one) => groupingWords(one) === next)
          if (by !== undefined) view.groupBy(by)
        }}
      >
        {groupings.map((by) => (
          <Toggle key={groupingWords(by)} value={groupingWords(by)} className="segmented__part">
            {titles[by ?? 'nothing']}
          </Toggle>
        ))}
      </ToggleGroup>
      <p className="hint" role="status">
        {isEmpty ? 'Nothing is drawn yet. Crawl first.' : statusWords(grouping.by, groups)}
      </p>
      {groups.length > 0 && <GroupList {...{ view, groups }} />}
    </section>
  )
}

function statusWords(by: (typeof groupings)[number], groups: readonly Members[]): string {
  if (by === null) return 'Groups are drawn as hulls, and can be folded into one node each.'
  if (groups.length === 0) return 'No two nodes belong together.'
  const count = groups.reduce((sum, { nodes }) => sum + nodes.length, 0)
  const many = groups.length === 1 ? '1 group' : `${groups.length} groups`
  return by === 'space'
    ? `${many}, ${count} nodes.`
    : `${many}, ${count} nodes. Each is related more within than without, and named after its most related node.`
}

function GroupList({ view, groups }: { view: View; groups: readonly Members[] }) {
  const theme = useTheme()
  const { closed } = useStore(view.store, (state) => state.folding)
  const allFolded = groups.every(({ key }) => closed.has(key))
  return (
    <>
      <div className="row row--wrap">
        <Button onClick={() => void view.tidy()}>Tidy by group</Button>
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
