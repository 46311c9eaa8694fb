import { call } from '@orpc/server'
import { type Command } from 'commander'
import type { Profile } from '@shared/contract'
import { Failure, FailureError } from '@shared/failure'
import { createHost, type Host, lastingSecrets } from '../host'
import { connect, siteIn, tokenIn } from './connect'
import { exitCodes, type Io } from './io'
import { writeData } from './output'
import type { Run } from './run'
import { trustHost } from './shared-options'

type Options = {
  readonly site?: string
  readonly email?: string
  readonly dataDir?: string
  readonly tokenStdin?: boolean
  readonly trustHost?: boolean
}

const folder = ['--data-dir <folder>', 'where connections are stored'] as const

/** `profiles`: the same connections as in the window, with the same keychain. */
export function addProfiles(program: Command, run: Run): void {
  const profiles = program.command('profiles').description('Stored connections to sites.')
  profiles
    .command('list')
    .description('List the stored connections.')
    .option(...folder)
    .action((options: Options) =>
      run(async (io, { version }) =>
        withHost(options, version, io, async ({ router }) => {
          const listed = await call(router.credentials.list, undefined)
          await writeData(listed, undefined, io)
        }),
      ),
    )
  profiles
    .command('add')
    .description('Sign in and store the connection; the token goes to the system keychain.')
    .requiredOption('--site <url>', 'the site, such as example.atlassian.net')
    .requiredOption('--email <email>', 'email of the account')
    .option(...trustHost)
    .option('--token-stdin', 'read the token from standard input, not RELATION_EXPLORER_TOKEN')
    .option(...folder)
    .action((options: Options) =>
      run(async (io, { version }) =>
        withHost(options, version, io, async ({ router }) => {
          const token = options.tokenStdin === true ? (await io.readInput()).trim() : tokenIn(io)
          const site = siteIn(options)
          const confirmedHost = new URL(site).host
          const given = { site, email: options.email ?? '', token, confirmedHost }
          const added = await call(router.credentials.add, given, { signal: io.signal })
          await writeData(added, undefined, io)
        }),
      ),
    )
  addForgetting(profiles, run)
}

/** Removing and testing take a connection that is stored. */
function addForgetting(profiles: Command, run: Run): void {
  profiles
    .command('remove')
    .description('Forget a connection and its token.')
    .argument('<profile>', 'its id or its site')
    .option(...folder)
    .action((wanted: string, options: Options) =>
      run(async (io, { version }) =>
        withHost(options, version, io, async ({ router }) => {
          const listed = await call(router.credentials.list, undefined)
          const found = listed.profiles.find((profile) => isMeant(profile, wanted))
          if (found === undefined) throw new FailureError({ kind: 'unknown-profile' })
          await call(router.credentials.remove, { profile: found.id })
          await writeData({ removed: found.id }, undefined, io)
        }),
      ),
    )
  profiles
    .command('test')
    .description('Ask the site who the stored credentials belong to.')
    .argument('<profile>', 'its id or its site')
    .option(...folder)
    .action((profile: string, options: Options) =>
      run(async (io, { version }) => {
        const { client, site } = await connect({ ...options, profile }, version, io)
        try {
          await writeData({ site, account: await client.account(io.signal) }, undefined, io)
          return exitCodes.complete
        } finally {
          await client.close()
        }
      }),
    )
}

const isMeant = ({ id, site }: Profile, wanted: string): boolean =>
  id === wanted || site === wanted || new URL(site).host === wanted

async function withHost(
  { dataDir }: Options,
  version: string,
  io: Io,
  work: (host: Host) => Promise<void>,
) {
  const host = await createHost({
    shell: 'loopback',
    version,
    dataDir: dataDir ?? (await io.dataDir()),
    secrets: lastingSecrets(io.secrets),
    log: (line) => io.err(`${line}\n`),
  })
  try {
    await work(host)
    return exitCodes.complete
  } catch (error) {
    throw failureIn(error)
  } finally {
    await host.close()
  }
}

/** The contract carries a failure in its error. */
function failureIn(error: unknown): unknown {
  if (error instanceof Error && 'data' in error && isFailure(error.data)) {
    return new FailureError(error.data, { cause: error })
  }
  return error
}

const isFailure = (data: unknown): data is Failure => Failure.safeParse(data).success
