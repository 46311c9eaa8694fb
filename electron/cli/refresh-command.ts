import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { drawnWorkspace } from '@shared/export'
import { FailureError } from '@shared/failure'
import { compareGraphs, type Entity, type GraphFile, toDiffFile } from '@shared/graph'
import {
  type MapEvent,
  type MapSummary,
  priceOfRefresh,
  refreshedWords,
  type RefreshMode,
} from '@shared/map'
import { KeptSnapshot, snapshotName } from '@shared/workspace'
import { refreshStore } from '../host'
import { mapPortOf } from '../services/map'
import { openWorkspaceFile, type WrittenWorkspace } from '../services/workspace'
import { connect, type ConnectOptions } from './connect'
import { diffWords } from './diff-command'
import type { ExitCode, Io } from './io'
import { codeOf, lackingWords } from './map-command'
import { createMapLine } from './map-progress'
import { tell, writeData } from './output'
import type { Run } from './run'
import { withConnection } from './shared-options'
import { wholeNumber } from './values'

type Options = ConnectOptions & {
  readonly reconcile?: true
  readonly maxCalls: number
  readonly format: 'text' | 'json'
  readonly out?: string
}

/** `refresh`: brings a mapped workspace to what the site has now, and says what has changed. */
export function addRefresh(program: Command, run: Run): void {
  const command = program
    .command('refresh')
    .description('Bring a mapped workspace up to date in few calls, and say what has changed.')
    .argument('<file>', 'a workspace (.relx) into which spaces were mapped')
    .option('--reconcile', 'list every page, so that what is gone or was moved is found too')
    .option('--max-calls <n>', 'stop at so many calls', wholeNumber(1, 1_000_000), 5_000)
    .addOption(
      new Option('--format <format>', 'sentences, or the comparison as with --json')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--out <file>', 'write the comparison to a file, as JSON')
    .addHelpText(
      'after',
      '\nA snapshot of the graph as it was is kept in the workspace where something has changed.\nWhat was interrupted goes on where it was, with the same command.',
    )
  withConnection(command).action((file: string, options: Options) =>
    run(async (io, { version, asJson }) => {
      const workspace = await openWorkspaceFile(file)
      try {
        return await refreshed(workspace, { file, options, io, version, asJson })
      } finally {
        workspace.close()
      }
    }),
  )
}

type Here = {
  readonly file: string
  readonly options: Options
  readonly io: Io
  readonly version: string
  readonly asJson: boolean
}

async function refreshed(workspace: WrittenWorkspace, here: Here): Promise<ExitCode> {
  const { options, io, version, asJson, file } = here
  const { site, store } = workspace
  const isNamed = options.site !== undefined || options.profile !== undefined
  const connected = await connect(isNamed ? options : { ...options, site }, version, io)
  try {
    if (connected.site !== site) throw otherSite(file, site, connected.site)
    const mode = options.reconcile === true ? 'reconcile' : 'quick'
    const header = store.mapHeader()
    const spaces = header?.wanted.spaces.length ?? 1
    io.err(`${priceWords(mode, { pages: store.mapCount(), spaces })}\n`)
    const before = graphOf(workspace, version)
    const line = createMapLine(io)
    const keep = keeping(workspace, before)
    const left = store.mapRefresh()
    const summary = await refreshStore({
      ...{ store: () => store, port: mapPortOf(connected.client), site },
      // The same kind goes on where it was left.
      mode: left?.place.begun.mode === mode ? null : mode,
      ...{ maxCalls: options.maxCalls, stop: io.signal },
      onEvent: (event) => {
        keep(event)
        if (event.kind === 'progress') line.show(event.progress)
      },
    })
    line.end()
    await say(summary, before, graphOf(workspace, version), here)
    if (summary.failure !== undefined) tell(summary.failure, asJson, io)
    return codeOf(summary)
  } finally {
    await connected.client.close()
  }
}

const graphOf = ({ site, store }: WrittenWorkspace, version: string): GraphFile =>
  drawnWorkspace({ site, ...store.read() }, version, new Date()).file

/** What differs is kept as it comes, behind a snapshot of what was there. */
function keeping({ store }: WrittenWorkspace, before: GraphFile): (event: MapEvent) => void {
  const nodes = new Map(before.nodes.map((node) => [node.id, node]))
  const isOther = ({ id, title, status }: Entity) =>
    nodes.get(id)?.title !== title || nodes.get(id)?.status !== status
  const names = new Set(store.read().snapshots.map(({ name }) => name))
  return (event) => {
    if (event.kind !== 'batch') return
    const { batch, gone, records } = event
    const isNews = batch.relations.length + gone.length > 0 || batch.entities.some(isOther)
    const name = snapshotName(store.mapRefresh()?.place.begun.startedAt ?? before.exportedAt)
    if (isNews && !names.has(name)) {
      const { stats } = before
      const [id, at] = [randomUUID(), new Date().toISOString()]
      const kept = { id, name, at, nodes: stats.nodes, edges: stats.edges }
      store.keepSnapshot(KeptSnapshot.parse(kept), before)
      names.add(name)
    }
    store.save({ batch, gone: { nodes: [], edges: gone }, records })
  }
}

async function say(
  summary: MapSummary,
  before: GraphFile,
  after: GraphFile,
  { options, io, version, asJson }: Here,
): Promise<void> {
  const diff = compareGraphs(before, after)
  const isData = asJson || options.format === 'json'
  if (isData || options.out !== undefined) {
    const about = { version, site: after.site, from: before, to: after }
    await writeData(toDiffFile(diff, about), options.out, io)
  }
  if (!isData) io.out(diffWords(diff, before, after))
  const found = summary.refreshed === undefined ? [] : refreshedWords(summary.refreshed)
  io.err(
    `${[`Refreshed in ${summary.calls} calls.`, ...found].join('\n')}\n${lackingWords(summary)}`,
  )
}

function priceWords(mode: RefreshMode, size: { pages: number; spaces: number }): string {
  const { least, more } = priceOfRefresh(mode, size)
  return `About ${least} calls, and ${more} more for up to 250 pages that have changed.`
}

const otherSite = (file: string, own: string, named: string) =>
  new FailureError({
    kind: 'other-site',
    ...{ what: `The workspace ${basename(file)}`, its: own, site: named },
    next: 'Leave out --site, or name a connection to that site.',
  })
