import { useStore } from 'zustand'
import { menuUnder, type Workbench } from '../commands'
import { contextOf } from '../commands/panels'
import { ButtonMenu, themeChoice } from '../ui'

/** Light, dark, or as the system is. */
export function ThemeMenu({ workbench }: { workbench: Workbench }) {
  const choice = useStore(themeChoice, (state) => state.choice)
  return (
    <ButtonMenu
      items={menuUnder(['Theme'], contextOf(workbench))}
      trigger={
        <button type="button" className="text-button">
          Theme: {choice}
        </button>
      }
    />
  )
}
