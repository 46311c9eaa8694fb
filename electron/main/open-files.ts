import { resolve } from 'node:path'
import { type Host, isWorkspaceFile } from '../host'
import type { ElectronApi } from './electron-api'

/**
 * Files that people open with the program: by a double click, on its icon, or on a command line.
 * Returns how they are handed to the host, once there is one; a Mac may hand some over before that.
 */
export function openFiles(
  { app }: Pick<ElectronApi, 'app'>,
  argv: readonly string[],
  folder: string,
): (host: Pick<Host, 'openFile'>) => void {
  const early: string[] = []
  let take = (path: string): void => void early.push(path)
  const open = (path: string): void => {
    app.addRecentDocument(path)
    take(path)
  }
  const openAll = (words: readonly string[], at: string): void => {
    for (const word of words) if (isWorkspaceFile(word)) open(resolve(at, word))
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.on('second-instance', (_event, words, at) => openAll(words, at))
  openAll(argv, folder)
  return (host) => {
    take = host.openFile
    for (const path of early.splice(0)) take(path)
  }
}
