import { attempt, type Attempt, type Client } from '../../transport'
import type { OnWay } from './send-file'

type Of = { readonly profile: string; readonly workspace: string }
/** How much there is in all is known once it has begun. */
export type Receiving = Omit<OnWay, 'onProgress'> & {
  readonly onProgress: (done: number, total: number) => void
}

/** The file of a workspace as it is now, received part by part. */
export async function receiveFile(
  client: Client,
  of: Of,
  { onProgress, signal }: Receiving,
): Promise<Attempt<{ name: string; file: Blob }>> {
  const begun = await attempt(client.workspace.downloadBegin(of))
  if (!begun.ok) return begun
  const { download, name, size } = begun.value
  const parts: Uint8Array<ArrayBuffer>[] = []
  const received = async (): Promise<Attempt<Blob>> => {
    for (let at = 0; at < size;) {
      const part = await attempt(client.workspace.downloadPart({ download, at }))
      if (!part.ok) return part
      if (signal.aborted) return { ok: false, failure: { kind: 'cancelled' } }
      const bytes = Uint8Array.from(atob(part.value), (letter) => letter.charCodeAt(0))
      parts.push(bytes)
      at += bytes.length
      onProgress(at, size)
    }
    return { ok: true, value: new Blob(parts, { type: 'application/octet-stream' }) }
  }
  const file = await received()
  await attempt(client.workspace.downloadDrop({ download }))
  return file.ok ? { ok: true, value: { name, file: file.value } } : file
}
