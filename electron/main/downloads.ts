import { extname } from 'node:path'
import type { ElectronApi } from './electron-api'

const words: ReadonlyMap<string, string> = new Map([
  ['png', 'PNG picture'],
  ['json', 'JSON data'],
])

/** Every download of the page, which is every export, asks where to save. */
export function askWhereToSave({ session }: Pick<ElectronApi, 'session'>): void {
  session.defaultSession.on('will-download', (_event, item) => {
    const defaultPath = item.getFilename()
    const ending = extname(defaultPath).slice(1).toLowerCase()
    const name = words.get(ending)
    const filters = name === undefined ? [] : [{ name, extensions: [ending] }]
    item.setSaveDialogOptions({ defaultPath, filters })
  })
}
