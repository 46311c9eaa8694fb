import type { LayoutAnswer, LayoutJob, LayoutResult } from '@shared/layout'

export type LayoutRun = { readonly done: Promise<LayoutResult | null>; cancel: () => void }

/**
 * One layout in a worker of its own; a draft is handed on when there is one. Resolves to null when
 * it was cancelled or has failed.
 */
export function runLayout(job: LayoutJob, onDraft: (draft: LayoutResult) => void): LayoutRun {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
  let cancel = (): void => undefined
  const done = new Promise<LayoutResult | null>((resolve) => {
    const end = (result: LayoutResult | null) => {
      worker.terminate()
      resolve(result)
    }
    cancel = () => end(null)
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.stage === 'draft') onDraft(data.result)
      else end(data.result)
    }
    worker.onerror = () => end(null)
    worker.postMessage(job)
  })
  return { done, cancel }
}
