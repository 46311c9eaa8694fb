/** Paints pictures away from the page, so that the page answers meanwhile. */
import type { PdfOrder } from '@shared/pdf'
import { paintPng, type PngOrder } from './paint-png'
import { paintLine } from './paint-line'

export type PictureOrder =
  ({ readonly kind: 'png' } & PngOrder) | ({ readonly kind: 'pdf' } & PdfOrder)

export type PictureAnswer =
  | { readonly kind: 'part'; readonly share: number }
  | { readonly kind: 'done'; readonly blob: Blob }
  | { readonly kind: 'failed' }

const tell = (answer: PictureAnswer) => self.postMessage(answer)

async function painted(order: PictureOrder): Promise<Blob> {
  if (order.kind === 'png') return paintPng(order, (share) => tell({ kind: 'part', share }))
  // Half a megabyte of code that most exports do not need.
  const { toPdf } = await import('@shared/pdf')
  const { bytes } = await toPdf(order, { by: 'painting', paint: paintLine })
  return new Blob([bytes], { type: 'application/pdf' })
}

self.onmessage = ({ data }: MessageEvent<PictureOrder>) => {
  painted(data).then(
    (blob) => tell({ kind: 'done', blob }),
    () => tell({ kind: 'failed' }),
  )
}
