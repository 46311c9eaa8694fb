import { doJob, type InsightJob, type InsightResult } from './job'

export type Outcome =
  | { readonly kind: 'done'; readonly result: InsightResult }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }

export type JobRun = { readonly done: Promise<Outcome>; readonly cancel: () => void }

/** Below it a worker takes longer to start than the work takes. */
const workerFrom = 2_000

/**
 * One job: in a worker of its own, or on the page where the graph is small. It is made when its
 * turn has come, after what the page has to do first.
 */
export const runJob = (make: () => InsightJob): JobRun =>
  untilCancelled((end) => {
    let giveUp = (): void => undefined
    const timer = setTimeout(() => {
      try {
        const job = make()
        if (job.input.ids.length >= workerFrom) giveUp = workAway(job, end)
        else end({ kind: 'done', result: doJob(job) })
      } catch {
        end({ kind: 'failed' })
      }
    })
    return () => {
      clearTimeout(timer)
      giveUp()
    }
  })

/** Gives how to give it up. */
function workAway(job: InsightJob, end: (outcome: Outcome) => void): () => void {
  const worker = new Worker(new URL('./insights-worker.ts', import.meta.url), { type: 'module' })
  const done = (outcome: Outcome) => {
    worker.terminate()
    end(outcome)
  }
  worker.onmessage = ({ data }: MessageEvent<InsightResult>) => done({ kind: 'done', result: data })
  worker.onerror = () => done({ kind: 'failed' })
  worker.postMessage(job)
  return () => worker.terminate()
}

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
