import { type ReactNode, useState } from 'react'
import { Tabs } from '@base-ui/react/tabs'

export type PanelTab = {
  readonly key: string
  readonly title: string
  readonly panel: ReactNode
}

/** One panel at a time; the others stay mounted, so that what was typed there is kept. */
export function LeftPanel({ tabs }: { tabs: readonly PanelTab[] }) {
  const [shown, setShown] = useState(tabs[0]?.key ?? '')
  return (
    <Tabs.Root
      className="left-panel"
      render={<aside aria-label="Panels" data-panel="left" />}
      value={shown}
      onValueChange={(value) => setShown(String(value))}
    >
      {tabs.length > 1 && (
        <Tabs.List className="tabs" aria-label="Panels" activateOnFocus>
          {tabs.map(({ key, title }) => (
            <Tabs.Tab key={key} value={key} className="tabs__tab">
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      )}
      {tabs.map(({ key, panel }) => (
        <Tabs.Panel key={key} value={key} className="panel" keepMounted>
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
