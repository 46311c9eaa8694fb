/** Making and deleting relations; what the picture shows follows what the server said. */
export { ConnectDialog } from './connect-dialog'
export { DeleteDialog } from './delete-dialog'
export { checkPair } from './pair-check'
export { PairPanel } from './pair-panel'
export { NamePicker } from './name-picker'
export { createEditStore, type Edits } from './store'
