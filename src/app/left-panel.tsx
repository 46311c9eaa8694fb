import type { ReactNode } from 'react'
import { Tabs } from '@base-ui/react/tabs'

export type PanelTab<Key extends string> = {
  readonly key: Key
  readonly title: string
  readonly panel: ReactNode
}

type Props<Key extends string> = {
  tabs: readonly PanelTab<Key>[]
  shown: Key
  onShown: (key: Key) => void
}

/** One panel at a time; the others stay mounted, so that what was typed there is kept. */
export function LeftPanel<Key extends string>({ tabs, shown, onShown }: Props<Key>) {
  return (
    <Tabs.Root
      className="left-panel"
      render={<aside aria-label="Panels" data-panel="left" tabIndex={-1} />}
      value={shown}
      onValueChange={(value: Key) => onShown(value)}
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
