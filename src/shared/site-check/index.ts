/** What a site really answers, held against what this program assumes. */
export {
  CheckAnswer,
  CheckEvent,
  type Fact,
  type Judged,
  Learnt,
  mostCalls,
  SiteReport,
  siteReportFormat,
} from './model'
export { judge, learn } from './judge'
export { shapeOf } from './shape'
