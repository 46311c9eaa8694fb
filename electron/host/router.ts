import { implement, type Procedure } from '@orpc/server'
import type { ContractProcedure } from '@orpc/contract'
import { contract } from '@shared/contract'
import type { checkSite } from './check-site'
import type { Connections } from './connections'
import { withinBoundary } from './failure-boundary'
import { picksOf } from './menu'
import type { HandedFiles } from './handed-files'
import type { KeptSession } from './last-session'
import type { Maps } from './maps'
import type { Platform } from './platform'
import { checkLines, createRuns, resolveUnsure, runEntry, type Runs } from '../services/edit'
import type { Vocabularies, Workspaces } from '../services/workspace'
import type { KeptSettings } from './settings'
import type { Sessions } from './sessions'

type Checks = (
  wanted: Parameters<typeof checkSite>[1],
  signal: AbortSignal | undefined,
) => ReturnType<typeof checkSite>

/** A contract, with an answer to each of its methods. Written out, it is too long for the compiler. */
type Answering<Contract> = {
  [Name in keyof Contract]: Contract[Name] extends ContractProcedure<
    infer Input,
    infer Output,
    infer Errors,
    infer Meta
  >
    ? Procedure<Record<string, never>, Record<string, never>, Input, Output, Errors, Meta>
    : Answering<Contract[Name]>
}

type ShellPlatform = Pick<Platform, 'shell' | 'version' | 'log' | 'menu' | 'window'>

/** What is kept of a person's own, whatever site is open, and files that they open with the program. */
type Kept = {
  readonly settings: KeptSettings
  readonly handed: HandedFiles
  readonly lastSession: KeptSession
}

/** The contract's methods over the services. The signal of a call ends the HTTP calls below it. */
export function createRouter(
  platform: ShellPlatform,
  connections: Connections,
  sessions: Sessions,
  vocabularies: Vocabularies,
  workspaces: Workspaces,
  checks: Checks,
  maps: Maps,
  kept: Kept,
): Answering<typeof contract> {
  const os = bounded(platform.log)
  return os.router({
    credentials: credentialsHandlers(os.credentials, connections, sessions),
    remote: remoteHandlers(os.remote, sessions, checks),
    map: mapHandlers(os.map, sessions, maps),
    vocabulary: vocabularyHandlers(os.vocabulary, vocabularies),
    workspace: {
      ...workspaceHandlers(os.workspace, sessions, workspaces),
      rename: os.workspace.rename.handler(({ input }) => {
        maps.refuseWhileRunning(input.workspace)
        return workspaces.rename(input.workspace, input.name)
      }),
    },
    edit: editHandlers(os.edit, sessions, workspaces),
    shell: shellHandlers(os.shell, platform, workspaces, kept),
  })
}

/** For a caller that never ends a call. */
const never = new AbortController().signal

const bounded = (log: Platform['log']) =>
  implement(contract).use(({ next }) => withinBoundary(async () => await next(), log))

type Os = ReturnType<typeof bounded>

const credentialsHandlers = (
  os: Os['credentials'],
  connections: Connections,
  sessions: Sessions,
) => ({
  list: os.list.handler(() => connections.list()),
  secretStore: os.secretStore.handler(() => connections.secretStore()),
  test: os.test.handler(({ input, signal }) => connections.test(input, signal)),
  add: os.add.handler(({ input, signal }) => connections.add(input, signal)),
  renew: os.renew.handler(({ input, signal }) =>
    connections.renew(input.profile, input.token, signal),
  ),
  oauthStart: os.oauthStart.handler(({ input, signal }) => connections.oauthStart(input, signal)),
  oauthFinish: os.oauthFinish.handler(({ input, signal }) =>
    connections.oauthFinish(input.attempt, signal),
  ),
  demo: os.demo.handler(() => connections.demo()),
  remember: os.remember.handler(async ({ input }) => {
    await connections.remember(input.profile, input.relations)
    return null
  }),
  setConcurrency: os.setConcurrency.handler(async ({ input }) => {
    await sessions.setConcurrency(input.profile, input.concurrency)
    return null
  }),
  remove: os.remove.handler(async ({ input }) => {
    await connections.remove(input.profile)
    return null
  }),
})

const vocabularyHandlers = (os: Os['vocabulary'], vocabularies: Vocabularies) => ({
  read: os.read.handler(({ input }) => vocabularies.read(input.profile)),
  change: os.change.handler(async ({ input }) => {
    await vocabularies.change(input.profile, input.change)
    return null
  }),
})

const demoWorkspace = 'Demo site'

const uploadHandlers = (os: Os['workspace'], sessions: Sessions, workspaces: Workspaces) => ({
  upload: os.upload.handler(({ input }) =>
    workspaces.upload(sessions.profile(input.profile).site, input.name, input.upload),
  ),
  uploadBegin: os.uploadBegin.handler(() => ({ upload: workspaces.uploads.begin() })),
  uploadPart: os.uploadPart.handler(({ input }) =>
    workspaces.uploads.add(input.upload, input.at, input.data),
  ),
  uploadDrop: os.uploadDrop.handler(({ input }) => {
    workspaces.uploads.drop(input.upload)
    return null
  }),
})

const downloadHandlers = (os: Os['workspace'], workspaces: Workspaces) => ({
  downloadBegin: os.downloadBegin.handler(({ input }) =>
    workspaces.downloads.begin(input.workspace),
  ),
  downloadPart: os.downloadPart.handler(({ input }) =>
    workspaces.downloads.part(input.download, input.at),
  ),
  downloadDrop: os.downloadDrop.handler(({ input }) => {
    workspaces.downloads.drop(input.download)
    return null
  }),
})

const workspaceHandlers = (os: Os['workspace'], sessions: Sessions, workspaces: Workspaces) => ({
  list: os.list.handler(async ({ input }) => {
    await workspaces.look()
    return workspaces.list(sessions.profile(input.profile).site)
  }),
  open: os.open.handler(async ({ input }) => {
    await workspaces.look()
    const { site, kind } = sessions.profile(input.profile)
    // The demo site begins anew with each start, so nothing kept of an earlier one is true.
    return kind === 'demo' && input.workspace === undefined
      ? workspaces.openPassing(site, demoWorkspace)
      : workspaces.open(site, input.workspace)
  }),
  create: os.create.handler(({ input }) =>
    workspaces.create(sessions.profile(input.profile).site, input.name),
  ),
  save: os.save.handler(({ input }) => {
    workspaces.save(input.workspace, input.change, input.by)
    return null
  }),
  watch: os.watch.handler(({ input, signal }) => workspaces.watch(input.workspace, signal)),
  follow: os.follow.handler(({ input, signal }) =>
    workspaces.follow(input.workspace, input, signal),
  ),
  copy: os.copy.handler(({ input }) => workspaces.copy(input.workspace, input.name)),
  ...uploadHandlers(os, sessions, workspaces),
  ...downloadHandlers(os, workspaces),
  rescue: os.rescue.handler(({ input }) =>
    workspaces.rescue(sessions.profile(input.profile).site, input.workspace),
  ),
  remove: os.remove.handler(({ input }) => workspaces.remove(input.workspace)),
  trash: os.trash.handler(() => workspaces.trash()),
  restore: os.restore.handler(async ({ input }) => {
    const id = workspaces.restore(input.trashed)
    // It was not opened while it lay there, and may never have been ours.
    await workspaces.look()
    return workspaces.info(id)
  }),
  discard: os.discard.handler(({ input }) => {
    workspaces.discard(input.trashed)
    return null
  }),
  keepSnapshot: os.keepSnapshot.handler(({ input }) =>
    workspaces.keepSnapshot(input.workspace, input.name, input.graph),
  ),
  readSnapshot: os.readSnapshot.handler(({ input }) =>
    workspaces.readSnapshot(input.workspace, input.snapshot),
  ),
  removeSnapshot: os.removeSnapshot.handler(({ input }) =>
    workspaces.removeSnapshot(input.workspace, input.snapshot),
  ),
  restoreSnapshot: os.restoreSnapshot.handler(({ input }) =>
    workspaces.restoreSnapshot(input.workspace, input.snapshot),
  ),
  discardSnapshot: os.discardSnapshot.handler(({ input }) => {
    workspaces.discardSnapshot(input.workspace, input.snapshot)
    return null
  }),
})

const editHandlers = (
  os: Os['edit'],
  sessions: Sessions,
  workspaces: Workspaces,
  runs: Runs = createRuns(),
) => ({
  begin: os.begin.handler(({ input }) => {
    workspaces.writable(input.workspace).begin(input.entry, input.page)
    return null
  }),
  run: os.run.handler(async ({ input, signal }) => {
    const { concurrency } = sessions.profile(input.profile)
    const client = await sessions.client(input.profile)
    const store = workspaces.writable(input.workspace)
    return runs.during(input, (stopped) => {
      const stop = signal === undefined ? stopped : AbortSignal.any([signal, stopped])
      return runEntry({ store, client, concurrency }, input, stop)
    })
  }),
  stop: os.stop.handler(({ input }) => {
    // A workspace that is not known has no run either, and is told as such.
    workspaces.writable(input.workspace)
    runs.stop(input.entry)
    return null
  }),
  resolve: os.resolve.handler(async ({ input }) =>
    resolveUnsure(
      {
        store: workspaces.writable(input.workspace),
        client: await sessions.client(input.profile),
        concurrency: sessions.profile(input.profile).concurrency,
      },
      input,
    ),
  ),
  check: os.check.handler(async ({ input, signal }) => {
    const { concurrency } = sessions.profile(input.profile)
    return checkLines(await sessions.client(input.profile), input.lines, concurrency, signal)
  }),
})

function remoteHandlers(os: Os['remote'], sessions: Sessions, checks: Checks) {
  const client = (profile: string) => sessions.client(profile)
  return {
    targets: os.targets.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).targets(query, signal),
    ),
    sources: os.sources.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).sources(query, signal),
    ),
    get: os.get.handler(async ({ input: { profile, ...query }, signal }) =>
      (await client(profile)).get(query, signal),
    ),
    create: os.create.handler(async ({ input: { profile, ...ends }, signal }) =>
      (await client(profile)).create(ends, signal),
    ),
    delete: os.delete.handler(async ({ input: { profile, ...ends }, signal }) =>
      (await client(profile)).delete(ends, signal),
    ),
    describe: os.describe.handler(async ({ input: { profile, refs }, signal }) =>
      (await client(profile)).describe(refs, signal),
    ),
    resolve: os.resolve.handler(async ({ input: { profile, text }, signal }) =>
      (await client(profile)).resolve(text, signal),
    ),
    search: os.search.handler(async ({ input: { profile, text }, signal }) =>
      (await client(profile)).search(text, signal),
    ),
    familiar: os.familiar.handler(async ({ input: { profile }, signal }) =>
      (await client(profile)).familiar(signal),
    ),
    check: os.check.handler(({ input, signal }) => checks(input, signal)),
    watch: os.watch.handler(({ input, signal }) => sessions.watch(input.profile, signal)),
    cancelWaiting: os.cancelWaiting.handler(({ input }) => {
      sessions.cancelWaiting(input.profile)
      return null
    }),
  }
}

const mapHandlers = (os: Os['map'], sessions: Sessions, maps: Maps) => ({
  spaces: os.spaces.handler(async ({ input, signal }) => {
    const { spaces, more, calls } = await (await sessions.client(input.profile)).allSpaces(signal)
    return { spaces: spaces.map(({ entity }) => entity), more, calls }
  }),
  count: os.count.handler(async ({ input, signal }) =>
    (await sessions.client(input.profile)).countPages(input.spaces, signal),
  ),
  run: os.run.handler(({ input, signal = never }) => maps.run(input, signal)),
  kept: os.kept.handler(({ input }) => maps.kept(input)),
  refresh: os.refresh.handler(({ input, signal = never }) => maps.refresh(input, signal)),
  goOn: os.goOn.handler(({ input, signal = never }) => maps.goOn(input, signal)),
  checkTitles: os.checkTitles.handler(({ input, signal = never }) =>
    maps.checkTitles(input, signal),
  ),
  sentences: os.sentences.handler(({ input, signal = never }) => maps.sentences(input, signal)),
  steer: os.steer.handler(({ input }) => {
    maps.steer(input, input.act)
    return null
  }),
})

const shellHandlers = (
  os: Os['shell'],
  platform: ShellPlatform,
  workspaces: Pick<Workspaces, 'wereNone'>,
  { settings, handed, lastSession }: Kept,
) => ({
  info: os.info.handler(() => ({
    shell: platform.shell,
    version: platform.version,
    firstStart: workspaces.wereNone,
    settings: settings.now(),
  })),
  keepSettings: os.keepSettings.handler(async ({ input }) => {
    await settings.keep(input)
    return null
  }),
  takeLastSession: os.takeLastSession.handler(() => lastSession.take()),
  keepLastSession: os.keepLastSession.handler(async ({ input }) => {
    await lastSession.keep(input.open)
    return null
  }),
  files: os.files.handler(({ signal = never }) => handed.follow(signal)),
  progress: os.progress.handler(({ input }) => {
    platform.window?.progress(input)
    return null
  }),
  notify: os.notify.handler(({ input }) => {
    platform.window?.notify(input)
    return null
  }),
  menu: os.menu.handler(({ input, signal = never }) => picksOf(platform.menu, input.acts, signal)),
})
