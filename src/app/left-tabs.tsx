import { Pause, Play, Square } from 'lucide-react'
import { useMemo } from 'react'
import { nodesWithin } from '@shared/graph'
import type { ActId, TabName } from '../commands'
import { CrawlPanel, CrawlProgress } from '../features/crawl/panels'
import { useGraph } from '../features/graph/panels'
import { MapProgress } from '../features/map/panels'
import { ActButton } from '../commands/panels'
import { FilterPanel } from '../features/filter/panels'
import { GroupsPanel } from '../features/groups/panels'
import { AskPanel } from '../features/ask/panels'
import type { CanvasActs } from '../features/canvas'
import { Knowledge } from './knowledge'
import { LeftPanel, type PanelTab } from './left-panel'
import { type Session, meanNewNeighbours } from '../session'

type Props = CrawlingProps & {
  tab: TabName
  onTab: (tab: TabName) => void
  version: string
  /** What rows of an answer set off. */
  acts: CanvasActs
  /** Back to the picture. */
  onLeave: () => void
}

/** What is asked, what is let through, and what stands out. */
export function LeftTabs(props: Props) {
  const { session, suggestions, onKeep, tab, onTab, version, acts, onLeave } = props
  const { graph, view, picture, canvas, crawl, ask } = session
  const tabs: readonly PanelTab<TabName>[] = [
    { key: 'crawl', title: 'Crawl', panel: <Crawling {...{ session, suggestions, onKeep }} /> },
    { key: 'filter', title: 'Filter', panel: <FilterPanel {...{ graph, view, picture, crawl }} /> },
    {
      key: 'insights',
      title: 'Insights',
      panel: (
        <AskPanel
          {...{ ask, graph, view, crawl, version, acts, onLeave }}
          askAboutSelected={<ActButton act="what-if-change">Ask about the selected page</ActButton>}
          mapSpaces={<ActButton act="map-spaces" />}
          checkTitles={<ActButton act="check-titles" />}
        />
      ),
    },
    {
      key: 'groups',
      title: 'Groups',
      panel: <GroupsPanel {...{ graph, view, picture, canvas }} />,
    },
  ]
  return <LeftPanel tabs={tabs} shown={tab} onShown={onTab} />
}

const pictures = { pause: Pause, resume: Play, stop: Square }

const brake = (act: ActId, picture: keyof typeof pictures, words: string) => {
  const Picture = pictures[picture]
  return (
    <ActButton act={act}>
      <Picture size={14} aria-hidden /> {words}
    </ActButton>
  )
}

const crawlBrakes = {
  pause: brake('pause-crawl', 'pause', 'Pause'),
  resume: brake('resume-crawl', 'resume', 'Resume'),
  stop: brake('stop-crawl', 'stop', 'Stop'),
}

const mapBrakes = {
  pause: brake('pause-map', 'pause', 'Pause map'),
  resume: brake('resume-map', 'resume', 'Resume map'),
  stop: brake('stop-map', 'stop', 'Stop map'),
}

const mapRefreshes = {
  quick: <ActButton act="refresh-map" />,
  reconcile: <ActButton act="reconcile-map" />,
}

type CrawlingProps = {
  session: Session
  suggestions: readonly string[]
  onKeep: () => void
}

/** The crawl's form, how it goes, and what is known by it. */
function Crawling({ session, suggestions, onKeep }: CrawlingProps) {
  const { finder, renewal, profile, crawl, map, remote } = session
  const model = useGraph(session.graph)
  const mean = useMemo(() => meanNewNeighbours(model), [model])
  return (
    <>
      <CrawlPanel
        {...{ finder, profile, crawl, suggestions }}
        meanNewNeighbours={mean}
        knownAround={(nodes) => Math.max(0, nodesWithin(model, nodes, 1).size - nodes.length)}
        probe={
          <ActButton act="probe-start" look="text">
            Which names are in use? Probe…
          </ActButton>
        }
      />
      <CrawlProgress {...{ renewal, crawl, onKeep }} brakes={crawlBrakes} />
      <ActButton act="map-spaces" />
      <MapProgress {...{ map, remote }} brakes={mapBrakes} refreshes={mapRefreshes} />
      <ActButton act="ask-many" />
      <Knowledge session={session} />
    </>
  )
}
