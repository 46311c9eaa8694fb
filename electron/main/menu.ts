import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAct } from '@shared/contract'
import type { PlatformMenu } from '../host'
import type { ElectronApi } from './electron-api'

/**
 * The menus people expect, and the acts of the page in them for as long as it shows some. `more` is
 * what the shell itself has to offer, under “Help”.
 */
export function createMenu(
  { Menu }: Pick<ElectronApi, 'Menu'>,
  platform: NodeJS.Platform,
  more: readonly MenuItemConstructorOptions[] = [],
): PlatformMenu {
  const put = (acts: readonly MenuAct[], onPick: (id: string) => void) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(templateOf(acts, onPick, platform, more)))
  let shown = 0
  put([], nobody)
  return {
    show: (acts, onPick) => {
      shown += 1
      const own = shown
      put(acts, onPick)
      return () => {
        if (own === shown) put([], nobody)
      }
    },
  }
}

const nobody = (): void => undefined

function templateOf(
  acts: readonly MenuAct[],
  onPick: (id: string) => void,
  platform: NodeJS.Platform,
  more: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  const itemsOf = (group: string): MenuItemConstructorOptions[] =>
    acts.filter((act) => act.group === group).map((act) => itemOf(act, onPick))
  const edits = itemsOf('Edit')
  const groups = [...new Set(acts.map(({ group }) => group))].filter((group) => group !== 'Edit')
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : [{ role: 'fileMenu' as const }]),
    // Without Electron's own undo and redo: those take back typing, the page takes back changes.
    {
      label: 'Edit',
      submenu: [
        ...edits,
        ...(edits.length === 0 ? [] : [{ type: 'separator' as const }]),
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
      ],
    },
    ...groups.map((label) => ({ label, submenu: itemsOf(label) })),
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [...helpOf(acts, onPick), ...more, { role: 'about' }] },
  ]
}

/** The acts that explain, which are under “Go” as well. */
const helping: ReadonlySet<string> = new Set(['guide', 'keys', 'check-site'])

const helpOf = (
  acts: readonly MenuAct[],
  onPick: (id: string) => void,
): MenuItemConstructorOptions[] => {
  const items = acts.filter(({ id }) => helping.has(id)).map((act) => itemOf(act, onPick))
  return items.length === 0 ? [] : [...items, { type: 'separator' }]
}

const itemOf = (
  { id, title, keys, enabled }: MenuAct,
  onPick: (id: string) => void,
): MenuItemConstructorOptions => ({
  // An ampersand would underline the letter after it.
  label: title.replaceAll('&', '&&'),
  enabled,
  click: () => onPick(id),
  // Shown only: the page has the key first, and knows whether text is being typed.
  ...(keys === null
    ? {}
    : { accelerator: keys.replace('Ctrl', 'CommandOrControl'), registerAccelerator: false }),
})
