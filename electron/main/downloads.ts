import { extname } from 'node:path'
import { formats } from '@shared/export'
import type { ElectronApi } from './electron-api'

/** What the page can offer beside the formats of data. */
const others: readonly (readonly [string, string])[] = [
  ['png', 'PNG picture'],
  ['svg', 'SVG picture'],
  ['pdf', 'PDF picture'],
  ['csv', 'CSV table'],
  ['zip', 'Tables in a zip'],
  ['relx', 'Workspace of Relation Explorer'],
  ['txt', 'Text'],
]

/** What a file is called in the dialog, by its ending. */
const words: ReadonlyMap<string, string> = new Map([
  ...formats.map(({ ending, title }) => [ending, title] as const),
  ...others,
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
