import { handOver } from './hand-over'
import type { PictureAnswer, PictureOrder } from './order'

/** The finished picture, or null where it could not be painted or was given up. */
export type PictureRun = { readonly done: Promise<Blob | null>; readonly cancel: () => void }

/** Has a picture painted in a worker of its own. */
export function runPicture(order: PictureOrder, onPart: (share: number) => void): PictureRun {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
  let cancel = (): void => undefined
  let isOver = false
  const done = new Promise<Blob | null>((resolve) => {
    const end = (blob: Blob | null) => {
      isOver = true
      worker.terminate()
      resolve(blob)
    }
    cancel = () => end(null)
    worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      if (data.kind === 'part') onPart(data.share)
      else end(data.kind === 'done' ? data.blob : null)
    }
    worker.onerror = () => end(null)
    handOver(
      order,
      (part) => worker.postMessage(part),
      () => !isOver,
    ).catch(() => end(null))
  })
  return { done, cancel: () => cancel() }
}
