/** Works on large graphs away from the page, so that the page always answers. */
import { doJob, type InsightJob } from './job'

self.onmessage = ({ data }: MessageEvent<InsightJob>) => {
  self.postMessage(doJob(data))
}
