export { InsightsPanel } from './insights-panel'
export { useWhileSeen } from './use-while-seen'
