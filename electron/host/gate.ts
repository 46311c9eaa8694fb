/** Lets calls begin, or keeps them waiting. */
export function createGate() {
  let opened: Promise<void> | null = null
  let open: () => void = () => undefined
  return {
    set: (isClosed: boolean): void => {
      if (isClosed === (opened !== null)) return
      if (isClosed) opened = new Promise((resolve) => (open = resolve))
      else {
        opened = null
        open()
      }
    },
    /** Waits as long as it is closed; who gives up is let through, to be told so by the call. */
    pass: async (signal: AbortSignal): Promise<void> => {
      if (opened === null || signal.aborted) return
      await Promise.race([
        opened,
        new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve(), { once: true })
        }),
      ])
    },
  }
}
