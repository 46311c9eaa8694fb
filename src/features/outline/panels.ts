export { OutlinePanel } from './outline-panel'
export { outlineKeys } from './row-keys'
