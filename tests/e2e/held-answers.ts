import type { Page } from '@playwright/test'

/** Stands between the page and the program: what the program says can be kept back, and let through. */
export async function holdAnswers(page: Page) {
  const kept: (() => void)[] = []
  let holds = false
  await page.routeWebSocket(/^ws:\/\/127\.0\.0\.1/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (holds) kept.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold: () => {
      holds = true
    },
    /** How many are kept back. */
    count: () => kept.length,
    /** Lets the oldest through. */
    letOne: () => kept.shift()?.(),
    /** Lets all through, and resolves when the page has drawn what they make of it. */
    letGo: async () => {
      holds = false
      for (const send of kept.splice(0)) send()
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))
          }),
      )
    },
  }
}
