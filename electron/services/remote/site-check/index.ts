export { checkSite, plannedCalls, type SiteCheck } from './check-site'
export type { Sandbox } from './write-plan'
