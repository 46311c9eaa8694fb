/** What is worth a look in a graph, and its nodes in groups. Pure, and made for a worker. */
export { findInsights } from './find-insights'
export { communityOfEach } from './groups'
export { importanceOf } from './importance'
export {
  type Group,
  type Insight,
  type InsightInput,
  type InsightKind,
  type InsightSection,
} from './model'
export { toInsightInput } from './to-input'
export { insightWords } from './words'
