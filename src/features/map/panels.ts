export { MapDialog } from './map-dialog'
export { MapProgress } from './map-progress'
