/** Tells when the screen has another density: another screen, or the page zoomed. Returns how to stop. */
export function watchDensity(onChange: () => void): () => void {
  const stop = new AbortController()
  const watch = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        onChange()
        watch()
      },
      { once: true, signal: stop.signal },
    )
  watch()
  return () => stop.abort()
}
