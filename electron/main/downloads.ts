import { extname } from 'node:path'
import type { ElectronApi } from './electron-api'

const words: Readonly<Record<string, string>> = { png: 'PNG picture', json: 'JSON data' }

/** Every download of the page, which is every export, asks where to save. */
export function askWhereToSave({ session }: Pick<ElectronApi, 'session'>): void {
  session.defaultSession.on('will-download', (_event, item) => {
    const name = item.getFilename()
    const ending = extname(name).slice(1).toLowerCase()
    const filters =
      words[ending] === undefined ? [] : [{ name: words[ending], extensions: [ending] }]
    item.setSaveDialogOptions({ defaultPath: name, filters })
  })
}
