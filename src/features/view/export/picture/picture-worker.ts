/** Paints pictures away from the page, so that the page answers meanwhile. */
import { paintPng, type PngOrder } from './paint-png'

export type PictureAnswer =
  | { readonly kind: 'part'; readonly share: number }
  | { readonly kind: 'done'; readonly blob: Blob }
  | { readonly kind: 'failed' }

const tell = (answer: PictureAnswer) => self.postMessage(answer)

self.onmessage = ({ data }: MessageEvent<PngOrder>) => {
  paintPng(data, (share) => tell({ kind: 'part', share })).then(
    (blob) => tell({ kind: 'done', blob }),
    () => tell({ kind: 'failed' }),
  )
}
