import type { Workspaces } from '../../../../../electron/services/workspace'

/** All of a workspace's file, put together from its parts. */
export function wholeFile({ downloads }: Workspaces, id: string): Buffer {
  const { download, size } = downloads.begin(id)
  const parts: Buffer[] = []
  for (let at = 0; at < size;) {
    const part = Buffer.from(downloads.part(download, at), 'base64')
    parts.push(part)
    at += part.length
  }
  downloads.drop(download)
  return Buffer.concat(parts)
}
