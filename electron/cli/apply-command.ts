import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { LineCheck } from '@shared/contract'
import {
  type ChangeLine,
  describeEdit,
  describeLine,
  doubtsIn,
  inOwnSpelling,
  readChangeSet,
  ruleAgainst,
  runSteps,
  type Step,
  stepsOf,
} from '@shared/edit'
import { undescribedWords } from '@shared/crawl'
import { explain, FailureError } from '@shared/failure'
import { type NodeId, refOf } from '@shared/graph'
import { agree, counted, decodeText } from '@shared/text'
import { checkLines, editPort } from '../services/edit'
import { type Connected, type ConnectOptions, connect } from './connect'
import { standardInput, unreadable } from './graph-input'
import { type ExitCode, exitCodes, type Io } from './io'
import { writeData } from './output'
import type { Run } from './run'
import { withConnection } from './shared-options'
import { tellDoubt } from './tell-doubt'

type Options = ConnectOptions & { readonly dryRun?: boolean; readonly out?: string }

/** `apply`: a change set against the site; what is so already is passed over. */
export function addApply(program: Command, run: Run): void {
  const command = program
    .command('apply')
    .description('Apply a change set, a JSON or CSV file. Applying twice changes nothing.')
    .argument('<file>', 'the change set; - for standard input')
    .option('--dry-run', 'only say what each line would do')
    .option('--out <file>', 'write the result of each line to a file, as JSON')
  withConnection(command).addHelpText(
    'after',
    '\nExit codes: 0 all is as the file wants it, 1 nothing could be done, 2 wrong usage,\n3 some lines could not be read, failed or are not known to be done, 130 interrupted (the rest was not sent).',
  )
  command.action((path: string, options: Options) =>
    run(async (io, { version }) => {
      const { lines, bad } = await read(path, io)
      const connected = await connect(options, version, io)
      for (const doubt of doubtsIn(lines, connected.names)) tellDoubt(doubt, io)
      try {
        const work = options.dryRun === true ? dryRun : send
        const { results, wrong, unknown } = await work(lines, connected, io)
        await writeData({ results, unreadable: bad }, options.out, io)
        if (io.signal.aborted) return exitCodes.interrupted
        // What may have been done is a part.
        if (unknown > 0) return exitCodes.partial
        return ending(wrong + bad.length, lines.length + bad.length)
      } finally {
        await connected.client.close()
      }
    }),
  )
}

const ending = (wrong: number, all: number): ExitCode =>
  wrong === 0 ? exitCodes.complete : wrong === all ? exitCodes.failed : exitCodes.partial

async function read(path: string, io: Io) {
  const { text, note } = await textIn(path, io)
  const found = readChangeSet(text, path)
  if (!found.ok) throw new FailureError(found.failure)
  if (note !== null) io.err(`${note}\n`)
  for (const { line, sentence } of found.bad) io.err(`Line ${line}: ${sentence}\n`)
  if (found.doubles > 0) io.err(`${counted(found.doubles, 'duplicate line')} skipped.\n`)
  return found
}

async function textIn(path: string, io: Io) {
  if (path === standardInput) return { text: await io.readInput(), note: null }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  return decodeText(bytes, TextDecoder)
}

type Told = {
  readonly results: readonly object[]
  readonly wrong: number
  /** Of those, how many may have been done all the same. */
  readonly unknown: number
}

const bare = (id: NodeId): string => id

const passing: ReadonlySet<LineCheck['verdict']> = new Set(['new', 'there-already', 'gone-already'])

/** As the data names it, and as a person reads it. */
const verdictWords: Readonly<Record<LineCheck['verdict'], string>> = {
  new: 'to be sent',
  'there-already': 'there already',
  'gone-already': 'gone already',
  'unknown-end': 'with an end that was not found',
  refused: 'refused',
  failed: 'failed',
}

/** Asks what each line would do; nothing is changed. */
async function dryRun(
  lines: readonly ChangeLine[],
  { client, concurrency }: Connected,
  { signal, err }: Io,
): Promise<Told> {
  const results: object[] = []
  const counts = new Map<LineCheck['verdict'], number>()
  const checked = new Set<number>()
  for await (const { at, verdict, failure } of untilStopped(
    checkLines(client, lines, concurrency, signal),
    signal,
  )) {
    const line = lines[at]
    if (line === undefined || (failure?.kind === 'cancelled' && signal.aborted)) continue
    checked.add(at)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    results.push({ ...line, verdict, ...(failure && { sentence: explain(failure).sentence }) })
    err(`${describeLine(line, bare).replace(/\.$/, '')}: ${verdictWords[verdict]}\n`)
  }
  const open = lines.filter((_, at) => !checked.has(at))
  results.push(...open.map((line) => ({ ...line, verdict: 'not-asked' })))
  if (open.length > 0) err(`Not asked: ${counted(open.length, 'line')}.\n`)
  const told = [...counts].map(([verdict, count]) => `${count} ${verdictWords[verdict]}`).join(', ')
  err(`${counted(lines.length, 'line')}: ${told || 'none'}. Nothing was sent.\n`)
  const wrong = results.length - [...passing].reduce((n, one) => n + (counts.get(one) ?? 0), 0)
  return { results, wrong, unknown: 0 }
}

/** What came before a person stopped it; then it ends without a word. */
async function* untilStopped<T>(
  work: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  try {
    yield* work
  } catch (error) {
    if (!isStopped(error, signal)) throw error
  }
}

const isStopped = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && error instanceof FailureError && error.failure.kind === 'cancelled'

/** Sends the lines, each looked at before, and goes on after failures. */
async function send(
  lines: readonly ChangeLine[],
  { client, concurrency }: Connected,
  io: Io,
): Promise<Told> {
  const allowed = lines.filter((line) => ruleAgainst(line) === null)
  const refused = lines.flatMap((line) => refusalOf(line) ?? [])
  for (const { sentence } of refused) io.err(`${sentence}\n`)
  // Archived and trashed ends have to be asked for by their status.
  const ids = [...new Set(allowed.flatMap(({ source, target }) => [source, target]))]
  const looked = await client.describe(ids.map(refOf), io.signal).catch((error: unknown) => {
    if (!isStopped(error, io.signal)) throw error
    return { entities: [], failed: [], spelt: [] }
  })
  const { entities, failed: lacking, spelt } = looked
  for (const one of lacking) if (one.part === 'title') io.err(`${undescribedWords(one)}\n`)
  const known = new Map(entities.map((entity) => [entity.id, entity]))
  const entityOf = (id: NodeId) => known.get(id) ?? null
  const steps = stepsOf(inOwnSpelling(allowed, spelt))
  const done = await runSteps(
    steps,
    steps.map((_, at) => at),
    {
      port: editPort(client, entityOf, { signal: io.signal }),
      concurrency,
      force: false,
      signal: io.signal,
      onStep: (_, step) => {
        if (step.state !== 'sent' && step.state !== 'waiting') io.err(`${wordsOf(step)}\n`)
        return Promise.resolve()
      },
    },
  )
  const count = (states: readonly Step['state'][]) =>
    done.filter(({ state }) => states.includes(state)).length
  const [made, same] = [count(['confirmed']), count(['not-needed'])]
  const [unsent, unknown] = [count(['waiting']), count(['unknown', 'sent'])]
  const failed = done.length - made - same - unsent - unknown + refused.length
  io.err(`${made} changes made, ${same} not needed, ${failed} not done`)
  if (unsent > 0) io.err(`, ${unsent} not sent`)
  io.err('.\n')
  if (unknown > 0) io.err(unknownWords(unknown))
  const wrong = failed + unsent + unknown
  return { results: [...refused, ...done.map(resultOf)], wrong, unknown }
}

/** Applying is a question too: each line is looked at before anything is sent. */
const unknownWords = (count: number): string =>
  `${count} ${agree(count, 'change is', 'changes are')} not known: sent, and no answer tells whether it was done.\nApply the file again in a moment: what was done is passed over.\n`

const resultOf = ({ edit: { kind, relation }, state, failure }: Step) => ({
  action: kind,
  relation: relation.relation,
  source: relation.source,
  target: relation.target,
  state,
  ...(failure === undefined ? {} : { sentence: explain(failure).sentence }),
})

const refusalOf = (line: ChangeLine) => {
  const rule = ruleAgainst(line)
  return rule === null ? null : { ...line, state: 'refused', sentence: explain(rule).sentence }
}

const wordsOf = ({ edit, state, failure }: Step): string =>
  `${state}: ${describeEdit(edit, bare)}${failure === undefined ? '' : ` ${explain(failure).sentence}`}`
