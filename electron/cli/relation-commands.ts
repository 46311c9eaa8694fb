import { Argument, type Command } from 'commander'
import { doubtOf } from '@shared/edit'
import type { FoundPage } from '@shared/contract'
import { endsLacking } from '@shared/crawl'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, type EntityType, nodeId, type Relation } from '@shared/graph'
import { quoted } from '@shared/text'
import type { RemoteClient } from '../services/remote'
import { type ConnectOptions, connect } from './connect'
import { exitCodes, type Io } from './io'
import { writeData } from './output'
import type { Run } from './run'
import { withConnection } from './shared-options'
import { tellDoubt } from './tell-doubt'
import { entityRef, entityType, oneOf, wholeNumber } from './values'

type EndOptions = {
  readonly sourceStatus?: string
  readonly targetStatus?: string
  readonly sourceVersion?: number
  readonly targetVersion?: number
}
type Options = ConnectOptions & EndOptions & { readonly out?: string }
type Expand = ('relationData' | 'source' | 'target')[]
type FindOptions = Options & {
  readonly start?: number
  readonly limit?: number
  readonly expand?: Expand
  readonly all?: boolean
}

const largest = 2_147_483_647
const part = oneOf('relationData', 'source', 'target')

/** `targets`, `sources`, `get`, `create` and `delete`: the five operations of the API. */
export function addRelationCommands(program: Command, run: Run): void {
  addFind(program, run, 'targets', 'source', (client, name, ref, type, query, signal) =>
    client.targets({ relation: name, source: ref, targetType: type, ...query }, signal),
  )
  addFind(program, run, 'sources', 'target', (client, name, ref, type, query, signal) =>
    client.sources({ relation: name, target: ref, sourceType: type, ...query }, signal),
  )
  addOne(program, run, 'get', 'Read one relation.', async (client, ends, io) => {
    const { relation } = await client.get(ends, io.signal)
    if (relation !== null) return { relation }
    const what = `the relation ${quoted(ends.relation)} from ${nodeId(ends.source)} to ${nodeId(ends.target)}`
    throw new FailureError({ kind: 'not-found', what })
  })
  addOne(program, run, 'create', 'Create one relation.', async (client, ends, io) => {
    const { relation } = await client.create(ends, io.signal)
    return { relation }
  })
  addOne(program, run, 'delete', 'Delete one relation.', async (client, ends, io) => {
    await client.delete(ends, io.signal)
    return { deleted: true }
  })
}

const withEnds = (command: Command): Command =>
  withConnection(command)
    .option('--source-status <status>', 'status of a content source, such as archived')
    .option('--target-status <status>', 'status of a content target')
    .option('--source-version <n>', 'with the status historical', wholeNumber(1, largest))
    .option('--target-version <n>', 'with the status historical', wholeNumber(1, largest))
    .option('--out <file>', 'write to a file instead of standard output')

const endsIn = (options: EndOptions): EndOptions => ({
  ...(options.sourceStatus !== undefined && { sourceStatus: options.sourceStatus }),
  ...(options.targetStatus !== undefined && { targetStatus: options.targetStatus }),
  ...(options.sourceVersion !== undefined && { sourceVersion: options.sourceVersion }),
  ...(options.targetVersion !== undefined && { targetVersion: options.targetVersion }),
})

type Query = EndOptions & {
  readonly start: number
  readonly limit?: number
  readonly expand?: Expand
}
type Find = (
  client: RemoteClient,
  name: string,
  ref: EntityRef,
  type: EntityType,
  query: Query,
  signal: AbortSignal,
) => Promise<FoundPage>

function addFind(
  program: Command,
  run: Run,
  word: 'targets' | 'sources',
  near: 'source' | 'target',
  find: Find,
): void {
  const command = program
    .command(word)
    .description(`Find the ${word} of one ${near}.`)
    .argument('<name>', 'name of the relation')
    .addArgument(new Argument('<end>', `the ${near} as TYPE:KEY`).argParser(entityRef))
    .addArgument(new Argument('<type>', `type of the ${word}`).argParser(entityType))
    .option('--start <n>', 'first result, from 0', wholeNumber(0, largest))
    .option('--limit <n>', 'results a page', wholeNumber(1, largest))
    .option('--expand <list>', 'relationData, source, target, separated by commas', (text) =>
      text.split(',').map(part),
    )
    .option('--all', 'follow every page')
  withEnds(command).action((name: string, ref: EntityRef, type: EntityType, options: FindOptions) =>
    run(async (io, { version }) => {
      const { client } = await connect(options, version, io)
      try {
        const ask = (start: number) =>
          find(client, name, ref, type, { ...queryOf(options), start }, io.signal)
        const page = await pages(ask, options.start ?? 0, options.all === true, io.signal)
        await writeData(page, options.out, io)
        if (page.unidentified > 0) io.err(`${endsLacking(page.unidentified)}\n`)
        if (io.signal.aborted && page.next !== null) return exitCodes.interrupted
        return page.unidentified > 0 ? exitCodes.partial : exitCodes.complete
      } finally {
        await client.close()
      }
    }),
  )
}

const queryOf = (options: FindOptions): Omit<Query, 'start'> => ({
  ...endsIn(options),
  ...(options.limit !== undefined && { limit: options.limit }),
  ...(options.expand !== undefined && { expand: options.expand }),
})

/** One page, or all that follow it; interrupted, those that came, and in `next` where to go on. */
async function pages(
  ask: (start: number) => Promise<FoundPage>,
  start: number,
  all: boolean,
  signal: AbortSignal,
) {
  const relations: Relation[] = []
  const entities = new Map<string, Entity>()
  let unidentified = 0
  let next: number | null = start
  do {
    const page: FoundPage | null = await ask(next).catch((error: unknown) => {
      if (!signal.aborted) throw error
      return null
    })
    if (page === null) break
    relations.push(...page.relations)
    for (const entity of page.entities) entities.set(entity.id, entity)
    unidentified += page.unidentified
    next = page.next
  } while (all && next !== null)
  return { relations, entities: [...entities.values()], unidentified, next }
}

type Ends = EndOptions & {
  readonly relation: string
  readonly source: EntityRef
  readonly target: EntityRef
}

function addOne(
  program: Command,
  run: Run,
  word: 'get' | 'create' | 'delete',
  words: string,
  work: (client: RemoteClient, ends: Ends, io: Io) => Promise<object>,
): void {
  const command = program
    .command(word)
    .description(words)
    .argument('<name>', 'name of the relation')
    .addArgument(new Argument('<source>', 'the source as TYPE:KEY').argParser(entityRef))
    .addArgument(new Argument('<target>', 'the target as TYPE:KEY').argParser(entityRef))
  withEnds(command).action(
    (relation: string, source: EntityRef, target: EntityRef, options: Options) =>
      run(async (io, { version }) => {
        const { client, names } = await connect(options, version, io)
        const doubt = word === 'create' ? doubtOf(relation, names) : null
        if (doubt !== null) tellDoubt(doubt, io)
        try {
          const ends = { relation, source, target, ...endsIn(options) }
          await writeData(await work(client, ends, io), options.out, io)
          return exitCodes.complete
        } finally {
          await client.close()
        }
      }),
  )
}
