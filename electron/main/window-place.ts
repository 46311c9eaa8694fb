import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { z } from 'zod'
import { writeWholeSync } from '../host'
import type { ElectronApi } from './electron-api'

const format = 'relation-explorer/window@1'
const Place = z.object({
  format: z.literal(format),
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})
type Place = z.infer<typeof Place>

const firstSize = { width: 1280, height: 800 }
/** px of a window that have to be on a screen, so that a person can take hold of it. */
const grip = { width: 120, height: 40 }

/** Where the window was when the program ended: its size, its place and its screen. */
export function createWindowPlace(
  dataDir: string,
  { screen }: Pick<ElectronApi, 'screen'>,
  log: (line: string) => void,
) {
  const file = join(dataDir, 'window.json')
  const kept = placeIn(file)
  return {
    /** A place that is on no screen any more is none. */
    options: (): Pick<BrowserWindowConstructorOptions, 'x' | 'y' | 'width' | 'height'> => {
      if (kept === null) return firstSize
      const { x, y, width, height } = kept
      const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
      return areas.some((area) => isHeldBy(area, kept)) ? { x, y, width, height } : firstSize
    },
    /** Puts a new window into its state, and keeps where it is when it is closed. */
    follow: (window: BrowserWindow): void => {
      if (kept?.isMaximized === true) window.maximize()
      if (kept?.isFullScreen === true) window.setFullScreen(true)
      window.on('close', () => {
        const place: Place = {
          format,
          ...window.getNormalBounds(),
          isMaximized: window.isMaximized(),
          isFullScreen: window.isFullScreen(),
        }
        try {
          writeWholeSync(file, `${JSON.stringify(place, null, 2)}\n`)
        } catch {
          log('Where the window was could not be kept.')
        }
      })
    },
  }
}
export type WindowPlace = ReturnType<typeof createWindowPlace>

/** What cannot be understood counts as none. */
function placeIn(file: string): Place | null {
  try {
    return Place.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Whether enough of its top is on a screen. */
function isHeldBy(area: Rectangle, { x, y, width }: Place): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return across >= grip.width && y >= area.y && y <= area.y + area.height - grip.height
}
