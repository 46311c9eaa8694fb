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
      const data = await base64(file)
      return attempt(client.workspace.upload({ profile, name: file.name.slice(0, 200), data }))
    },
    remove: (workspace: string) => attempt(client.workspace.remove({ profile, workspace })),
  }
}
export type Shelf = ReturnType<typeof createShelf>

/** The browser's own way: a large file does not stop the page. */
const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'))
    reader.readAsDataURL(file)
  })
