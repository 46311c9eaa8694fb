import { doJob, type InsightJob, type InsightResult } from './job'

export type Outcome =
  | { readonly kind: 'done'; readonly result: InsightResult }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }

export type JobRun = { readonly done: Promise<Outcome>; readonly cancel: () => void }

/** Below it a worker takes longer to start than the work takes. */
const workerFrom = 2_000

/** One job: in a worker of its own, or on the page where the graph is small. */
export const runJob = (job: InsightJob): JobRun =>
  job.input.ids.length < workerFrom ? runHere(job) : runInWorker(job)

/** After what the page has to do first. */
const runHere = (job: InsightJob): JobRun =>
  untilCancelled((end) => {
    const timer = setTimeout(() => {
      try {
        end({ kind: 'done', result: doJob(job) })
      } catch {
        end({ kind: 'failed' })
      }
    })
    return () => clearTimeout(timer)
  })

const runInWorker = (job: InsightJob): JobRun =>
  untilCancelled((end) => {
    const worker = new Worker(new URL('./insights-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<InsightResult>) => {
      worker.terminate()
      end({ kind: 'done', result: data })
    }
    worker.onerror = () => {
      worker.terminate()
      end({ kind: 'failed' })
    }
    worker.postMessage(job)
    return () => worker.terminate()
  })

/** Starts something that tells its end once; `start` gives how to give it up. */
function untilCancelled(start: (end: (outcome: Outcome) => void) => () => void): JobRun {
  let cancel = (): void => undefined
  const done = new Promise<Outcome>((resolve) => {
    const giveUp = start(resolve)
    cancel = () => {
      giveUp()
      resolve({ kind: 'cancelled' })
    }
  })
  return { done, cancel }
}
