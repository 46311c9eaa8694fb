/** Paints pictures away from the page, so that the page answers meanwhile. */
import { createTakingOver, type Part } from './hand-over'
import type { PictureAnswer, PictureOrder } from './order'
import { paintPng } from './paint-png'
import { paintLine } from './paint-line'

const tell = (answer: PictureAnswer) => self.postMessage(answer)

async function painted(order: PictureOrder): Promise<Blob> {
  if (order.kind === 'png') return paintPng(order, (share) => tell({ kind: 'part', share }))
  // Half a megabyte of code that most exports do not need.
  const { toPdf } = await import('@shared/pdf')
  const { bytes } = await toPdf(order, { by: 'painting', paint: paintLine })
  return new Blob([bytes], { type: 'application/pdf' })
}

const takeOver = createTakingOver()

self.onmessage = ({ data }: MessageEvent<Part>) => {
  const order = takeOver(data)
  if (order === null) return
  painted(order).then(
    (blob) => tell({ kind: 'done', blob }),
    () => tell({ kind: 'failed' }),
  )
}
