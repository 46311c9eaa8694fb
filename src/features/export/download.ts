/**
 * Hands a file to the person: a download in the browser, a save dialog under Electron, which
 * turns every download into one.
 */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** `relations-2026-11-24-1530.png`: sorts by time, and is legal on every system. */
export function fileName(ending: string, now: Date, mark = ''): string {
  const stamp = now.toISOString().slice(0, 16).replace('T', '-').replace(':', '')
  return `relations-${stamp}${mark}.${ending}`
}
