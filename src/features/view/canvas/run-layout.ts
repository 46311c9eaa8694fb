import type { LayoutJob, LayoutResult } from './layout'

export type LayoutRun = { readonly done: Promise<LayoutResult | null>; cancel: () => void }

/** One layout in a worker of its own. Resolves to null when it was cancelled or has failed. */
export function runLayout(job: LayoutJob): LayoutRun {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
  let cancel = (): void => undefined
  const done = new Promise<LayoutResult | null>((resolve) => {
    const end = (result: LayoutResult | null) => {
      worker.terminate()
      resolve(result)
    }
    cancel = () => end(null)
    worker.onmessage = ({ data }: MessageEvent<LayoutResult>) => end(data)
    worker.onerror = () => end(null)
    worker.postMessage(job)
  })
  return { done, cancel }
}
