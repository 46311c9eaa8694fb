export { OutlinePanel } from './outline-panel'
export { outlineKeys } from './row-keys'
export { useRows } from './use-rows'
