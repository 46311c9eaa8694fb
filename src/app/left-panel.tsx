import type { ReactNode } from 'react'
import { Tabs } from '@base-ui/react/tabs'

export type PanelTab = {
  readonly key: string
  readonly title: string
  readonly panel: ReactNode
}

type Props = {
  tabs: readonly PanelTab[]
  shown: string
  onShown: (key: string) => void
}

/** One panel at a time; the others stay mounted, so that what was typed there is kept. */
export function LeftPanel({ tabs, shown, onShown }: Props) {
  return (
    <Tabs.Root
      className="left-panel"
      render={<aside aria-label="Panels" data-panel="left" />}
      value={shown}
      onValueChange={(value) => onShown(String(value))}
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
