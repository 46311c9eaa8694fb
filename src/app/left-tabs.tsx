import { useMemo } from 'react'
import type { TabName } from '../commands'
import { CrawlPanel, CrawlProgress } from '../features/crawl'
import { useGraph } from '../features/graph'
import { FilterPanel } from '../features/filter/panels'
import { GroupsPanel } from '../features/groups/panels'
import { InsightsPanel } from '../features/insights/panels'
import { Knowledge } from './knowledge'
import { LeftPanel, type PanelTab } from './left-panel'
import type { Session } from './session'
import { meanNewNeighbours } from './workspace-words'

type Props = CrawlingProps & {
  tab: TabName
  onTab: (tab: TabName) => void
}

/** What is asked, what is let through, and what stands out. */
export function LeftTabs({ session, suggestions, onKeep, tab, onTab }: Props) {
  const { graph, view, picture, canvas, crawl } = session
  const tabs: readonly PanelTab<TabName>[] = [
    { key: 'crawl', title: 'Crawl', panel: <Crawling {...{ session, suggestions, onKeep }} /> },
    { key: 'filter', title: 'Filter', panel: <FilterPanel {...{ graph, view, picture, crawl }} /> },
    { key: 'insights', title: 'Insights', panel: <InsightsPanel {...{ graph, view, crawl }} /> },
    {
      key: 'groups',
      title: 'Groups',
      panel: <GroupsPanel {...{ graph, view, picture, canvas }} />,
    },
  ]
  return <LeftPanel tabs={tabs} shown={tab} onShown={onTab} />
}

type CrawlingProps = {
  session: Session
  suggestions: readonly string[]
  onKeep: () => void
}

/** The crawl's form, how it goes, and what is known by it. */
function Crawling({ session, suggestions, onKeep }: CrawlingProps) {
  const { client, profile, crawl } = session
  const model = useGraph(session.graph)
  const mean = useMemo(() => meanNewNeighbours(model), [model])
  return (
    <>
      <CrawlPanel {...{ client, profile, crawl, suggestions }} meanNewNeighbours={mean} />
      <CrawlProgress {...{ client, profile, crawl }} onKeep={onKeep} />
      <Knowledge session={session} />
    </>
  )
}
