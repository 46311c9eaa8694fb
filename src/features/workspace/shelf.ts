import { readGraph, workspaceOf } from '@shared/export'
import { decodeText } from '@shared/text'
import { type WorkspaceChange, type WorkspaceInfo, WorkspaceName } from '@shared/workspace'
import { attempt, type Attempt, type Client } from '../../transport'
import { inParts } from './in-parts'
import { receiveFile, type Receiving } from './receive-file'
import { type OnWay, sendFile } from './send-file'

type Of = {
  readonly profile: string
  /** Its origin, and what people call it. */
  readonly site: string
  readonly siteName: string
}

/** The workspaces of one profile's site; each method answers with a value or a failure. */
export function createShelf(client: Client, { profile, site, siteName }: Of) {
  const create = (name: string) => attempt(client.workspace.create({ profile, name }))
  const saveAll = async (
    workspace: string,
    parts: readonly WorkspaceChange[],
    { onProgress, signal }: OnWay,
  ): Promise<Attempt<null>> => {
    for (const [at, change] of parts.entries()) {
      if (signal.aborted) return { ok: false, failure: { kind: 'cancelled' } }
      const saved = await attempt(client.workspace.save({ profile, workspace, change }))
      if (!saved.ok) return saved
      onProgress((at + 1) / parts.length)
    }
    return { ok: true, value: null }
  }
  /** A new workspace with what an exported graph holds; where it cannot be written, none is left. */
  const restore = async (file: File, { onProgress, signal }: OnWay) => {
    const { text } = decodeText(new Uint8Array(await file.arrayBuffer()), TextDecoder)
    const read = readGraph(text, file.name, site)
    if (!read.ok) return read
    const made = await create(nameFor(file.name) ?? siteName)
    if (!made.ok) return made
    const { info } = made.value
    const saved = await saveAll(info.id, inParts(workspaceOf(read.file)), {
      signal,
      onProgress: (share) => onProgress(share * file.size),
    })
    if (saved.ok) return { ok: true as const, value: info }
    // Half of a file is nothing to take back.
    const removed = await attempt(client.workspace.remove({ profile, workspace: info.id }))
    if (removed.ok) await attempt(client.workspace.discard({ trashed: [removed.value.id] }))
    return saved
  }
  return {
    site,
    list: () => attempt(client.workspace.list({ profile })),
    create: () => create(nameFor(`${siteName}, ${dayWords(new Date())}`) ?? siteName),
    copy: (workspace: string) =>
      attempt(
        client.workspace.copy({
          profile,
          workspace,
          name: nameFor(`${workspace} copy`) ?? siteName,
        }),
      ),
    rename: (workspace: string, name: string) =>
      attempt(client.workspace.rename({ profile, workspace, name })),
    download: (workspace: string, onWay: Receiving) =>
      receiveFile(client, { profile, workspace }, onWay),
    /** A workspace's file, or a graph that was exported as JSON. */
    upload: async (file: File, onWay: OnWay): Promise<Attempt<WorkspaceInfo>> => {
      if (/\.json$/i.test(file.name)) return restore(file, onWay)
      const sent = await sendFile(client, file, onWay)
      if (!sent.ok) return sent
      const name = file.name.slice(0, 200)
      return attempt(client.workspace.upload({ profile, name, upload: sent.value }))
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
/** `26 Nov`. */
const dayWords = (day: Date): string =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })

/** `graph.json` becomes “graph”; null where nothing of the name can be used. */
function nameFor(file: string): string | null {
  const bare = file
    .replace(/\.json$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M},'&()_-]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  const short = Array.from(bare).slice(0, 70).join('').trim()
  return WorkspaceName.safeParse(short).success ? short : null
}

export type Shelf = ReturnType<typeof createShelf>
