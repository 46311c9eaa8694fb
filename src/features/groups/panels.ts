export { GroupsPanel } from './groups-panel'
