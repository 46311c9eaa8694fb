/** The fonts of this machine, for letters that not every reader of a file has. Read, never changed. */
export { fontFolders } from './font-folders'
export { createFontSource } from './font-source'
