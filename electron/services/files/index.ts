/** Small files that several programs know: written whole, changed under a lock, put aside, never lost. */
export { withFileLock } from './file-lock'
export { mergeList } from './merge-list'
export { moveFile } from './move-file'
export { putAside } from './put-aside'
export { writeWhole, writeWholeSync } from './write-whole'
