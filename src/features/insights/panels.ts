export { InsightsPanel } from './insights-panel'
