export { ExportDialog } from './export-dialog'
export { useSaveFile } from './use-save-file'
