import { attempt, type Attempt, type Client } from '../../transport'

/** Told how much of a file is on its way, and able to stop it. */
export type OnWay = { readonly onProgress: (done: number) => void; readonly signal: AbortSignal }

/** Bytes of a part: small enough for any message, and a multiple of three, as base64 likes it. */
const partBytes = 3 * 256 * 1024

/** Sends a file part by part; gives what it is known by at the host. */
export async function sendFile(
  client: Client,
  file: Blob,
  { onProgress, signal }: OnWay,
): Promise<Attempt<string>> {
  const begun = await attempt(client.workspace.uploadBegin())
  if (!begun.ok) return begun
  const { upload } = begun.value
  for (let at = 0; at < file.size;) {
    const data = await base64(file.slice(at, at + partBytes))
    const part = await attempt(client.workspace.uploadPart({ upload, at, data }))
    if (!part.ok || signal.aborted) {
      await attempt(client.workspace.uploadDrop({ upload }))
      return part.ok ? { ok: false, failure: { kind: 'cancelled' } } : part
    }
    at = part.value
    onProgress(at)
  }
  return { ok: true, value: upload }
}

/** The browser's own way, which does not stop the page. */
const base64 = (part: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'))
    reader.readAsDataURL(part)
  })
