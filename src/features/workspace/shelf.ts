import { readGraph, workspaceOf } from '@shared/export'
import { decodeText } from '@shared/text'
import { WorkspaceName } from '@shared/workspace'
import { attempt, type Client } from '../../transport'

type Of = {
  readonly profile: string
  /** Its origin, and what people call it. */
  readonly site: string
  readonly siteName: string
}

/** The workspaces of one profile's site; each method answers with a value or a failure. */
export function createShelf(client: Client, { profile, site, siteName }: Of) {
  const create = (name: string) => attempt(client.workspace.create({ profile, name }))
  /** A new workspace with what an exported graph holds; where it cannot be written, none is left. */
  const restore = async (file: File) => {
    const { text } = decodeText(new Uint8Array(await file.arrayBuffer()), TextDecoder)
    const read = readGraph(text, file.name, site)
    if (!read.ok) return read
    const made = await create(nameFor(file.name) ?? siteName)
    if (!made.ok) return made
    const { info } = made.value
    const change = workspaceOf(read.file)
    const saved = await attempt(client.workspace.save({ profile, workspace: info.id, change }))
    if (saved.ok) return { ok: true as const, value: info }
    // Half of a file is nothing to take back.
    const removed = await attempt(client.workspace.remove({ profile, workspace: info.id }))
    if (removed.ok) await attempt(client.workspace.discard({ trashed: [removed.value.id] }))
    return saved
  }
  return {
    site,
    list: () => attempt(client.workspace.list({ profile })),
    create: () => create(siteName),
    copy: (workspace: string) =>
      attempt(
        client.workspace.copy({
          profile,
          workspace,
          name: nameFor(`${workspace} copy`) ?? siteName,
        }),
      ),
    download: (workspace: string) => attempt(client.workspace.download({ profile, workspace })),
    /** A workspace's file, or a graph that was exported as JSON. */
    upload: async (file: File) => {
      if (/\.json$/i.test(file.name)) return restore(file)
      const data = await base64(file)
      return attempt(client.workspace.upload({ profile, name: file.name.slice(0, 200), data }))
    },
    /** Saves what can be read of a damaged one into a new one. */
    rescue: (workspace: string) => attempt(client.workspace.rescue({ profile, workspace })),
    /** Moves one to the trash. */
    remove: (workspace: string) => attempt(client.workspace.remove({ profile, workspace })),
    trash: () => attempt(client.workspace.trash()),
    takeBack: (trashed: string) => attempt(client.workspace.restore({ trashed })),
    /** Deletes for good what is in the trash. */
    discard: (trashed: readonly string[]) =>
      attempt(client.workspace.discard({ trashed: [...trashed] })),
  }
}
/** `graph.json` becomes “graph”; null where nothing of the name can be used. */
function nameFor(file: string): string | null {
  const bare = file
    .replace(/\.json$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  const short = Array.from(bare).slice(0, 70).join('').trim()
  return WorkspaceName.safeParse(short).success ? short : null
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
