/** Runs a layout away from the page, so that the page always answers. */
import { arrange } from '@shared/arrange'
import type { LayoutAnswer, LayoutJob, LayoutResult } from '@shared/layout'

function answer(stage: LayoutAnswer['stage'], result: LayoutResult): void {
  const message: LayoutAnswer = { stage, result }
  self.postMessage(message, { transfer: [result.places.buffer] })
}

self.onmessage = async ({ data }: MessageEvent<LayoutJob>) => {
  answer('refined', await arrange(data, (draft) => answer('draft', draft)))
}
