/** What is worth a look in a graph, and its nodes in groups. Pure, and made for a worker. */
export { findInsights } from './find-insights'
export { groupsOf } from './groups'
export {
  type Group,
  type GroupBy,
  type Insight,
  type InsightInput,
  type InsightKind,
  type InsightSection,
} from './model'
export { toInsightInput } from './to-input'
export { insightWords } from './words'
