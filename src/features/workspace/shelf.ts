import { attempt, type Client } from '../../transport'

/** The workspaces of one profile's site; each method answers with a value or a failure. */
export function createShelf(client: Client, profile: string, siteName: string) {
  return {
    list: () => attempt(client.workspace.list({ profile })),
    create: () => attempt(client.workspace.create({ profile, name: siteName })),
    copy: (workspace: string) =>
      attempt(
        client.workspace.copy({ profile, workspace, name: `${workspace.slice(0, 70)} copy` }),
      ),
    download: (workspace: string) => attempt(client.workspace.download({ profile, workspace })),
    upload: async (file: File) => {
      const data = base64(new Uint8Array(await file.arrayBuffer()))
      return attempt(client.workspace.upload({ profile, name: file.name.slice(0, 200), data }))
    },
    remove: (workspace: string) => attempt(client.workspace.remove({ profile, workspace })),
  }
}
export type Shelf = ReturnType<typeof createShelf>

/** In pieces: a whole file as arguments of one call is too much. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(text)
}
