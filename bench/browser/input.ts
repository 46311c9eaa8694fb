import type { CDPSession } from '@playwright/test'
import { windowSize } from './open-page'

const everyMs = 1000 / 60

/** Sends input at the pace of a hand, whether or not the page keeps up. */
async function paced(
  ms: number,
  send: (part: number, at: number) => Promise<unknown>,
): Promise<void> {
  const sent: Promise<unknown>[] = []
  const began = performance.now()
  for (let at = 0; performance.now() - began < ms; at += 1) {
    sent.push(send((performance.now() - began) / ms, at))
    const next = began + (at + 1) * everyMs
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  await Promise.all(sent)
}

/** Drags the picture by its background, twice round, and lets go. */
export async function drag(devtools: CDPSession, ms: number): Promise<void> {
  // A corner: nothing is drawn there in a fitted picture.
  const start = { x: 12, y: 12 }
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    devtools.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    })
  await mouse('mousePressed', start.x, start.y)
  await paced(ms, (part) => {
    const turn = part * 4 * Math.PI
    return mouse(
      'mouseMoved',
      start.x + 300 * (1 - Math.cos(turn)) * 0.5,
      start.y + 200 * (1 - Math.cos(turn)) * 0.5 + 60 * Math.abs(Math.sin(turn)),
    )
  })
  await mouse('mouseReleased', start.x, start.y)
}

/** Zooms in at the middle, and out again. */
export const wheel = (devtools: CDPSession, ms: number): Promise<void> =>
  paced(ms, (part) =>
    devtools.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: windowSize.width / 2,
      y: windowSize.height / 2,
      deltaX: 0,
      deltaY: part < 0.5 ? -30 : 30,
    }),
  )
