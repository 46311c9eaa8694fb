import type { CDPSession } from '@playwright/test'
import { z } from 'zod'

const Traced = z.object({ name: z.string(), ts: z.number() })

/** Counts the frames that the browser has really shown while something was done. */
export async function presented(devtools: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: z.infer<typeof Traced>[] = []
  const collect = ({ value }: { value: unknown[] }) => {
    for (const one of value) {
      const read = Traced.safeParse(one)
      if (read.success) events.push(read.data)
    }
  }
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame'] },
  })
  await work()
  const ended = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await ended
  devtools.off('Tracing.dataCollected', collect)
  return events.filter(({ name }) => name === 'DrawFrame').length
}
