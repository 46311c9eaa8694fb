export { PathsPanel } from './paths-panel'
