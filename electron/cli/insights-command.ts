import { type Command, CommanderError, Option } from 'commander'
import {
  type Answer,
  answerText,
  ask,
  askKinds,
  type AskKind,
  askWords,
  type Change,
  changes,
  type Question,
  toAnswerFile,
  toAskInput,
} from '@shared/ask'
import { answerCsv, batchOf } from '@shared/export'
import { FailureError } from '@shared/failure'
import { emptyGraph, type Graph, type GraphFile, merge, type NodeId } from '@shared/graph'
import { graphFrom } from './graph-source'
import { type ExitCode, exitCodes, type Io } from './io'
import { failureOf, tell, writeText } from './output'
import { pageIn } from './page-in'
import type { Run } from './run'
import { wholeNumber } from './values'

const formats = ['text', 'json', 'csv'] as const
type Options = {
  readonly ask: AskKind
  readonly page?: string
  readonly by?: Change
  readonly olderThan: number
  readonly format?: (typeof formats)[number]
  readonly out?: string
}

/** As a check in CI ends: what was found is no failure, but a script has to be able to tell. */
const endings = {
  nothing: exitCodes.complete,
  found: exitCodes.failed,
  trouble: exitCodes.usage,
  notKnown: exitCodes.partial,
} as const satisfies Record<string, ExitCode>

/** `insights`: one of five questions about a graph that is on this machine. It asks no server. */
export function addInsights(program: Command, run: Run): void {
  program
    .command('insights')
    .description('Ask a graph one of five questions that people have about their wiki.')
    .argument('<file>', 'a workspace (.relx), or a graph as JSON; - for standard input')
    .addOption(
      new Option('--ask <question>', 'what to ask, see below')
        .choices(askKinds)
        .makeOptionMandatory(),
    )
    .option('--page <page>', 'for change: its id, address or whole title')
    .addOption(
      new Option('--by <change>', 'for change: what is meant to be done to the page').choices(
        changes,
      ),
    )
    .option(
      '--older-than <days>',
      'for stale: what was not changed for so many days is old',
      wholeNumber(1, 100_000),
      365,
    )
    .addOption(
      new Option('--format <format>', 'a list to read or to mail, or data').choices([...formats]),
    )
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `\nQuestions:\n${askKinds.map((kind) => `  ${kind.padEnd(11)}${askWords[kind]}`).join('\n')}\n\nExit codes: 0 nothing was found, 1 something was, 2 a file could not be read or written, 3 it cannot be answered from what the file holds.`,
    )
    .action((source: string, options: Options) =>
      run(async (io, { version, asJson }) => {
        try {
          return await answered(source, options, { io, version, asJson })
        } catch (error) {
          // Not 1, which would say that something was found.
          if (error instanceof CommanderError) throw error
          tell(failureOf(error), asJson, io)
          return endings.trouble
        }
      }),
    )
}

type Here = { readonly io: Io; readonly version: string; readonly asJson: boolean }

async function answered(source: string, options: Options, here: Here): Promise<ExitCode> {
  const { io, version } = here
  const { drawn, leftOut } = await graphFrom(source, version, io)
  const { file } = drawn
  const { graph } = merge(emptyGraph, batchOf(file))
  const question = questionOf(options, graph, file)
  const answer = ask(toAskInput(graph, file.unresolved ?? null), question)
  await writeText(
    written(answer, graph, options.format ?? formatOf(here, options), file, version),
    options.out,
    io,
  )
  if (leftOut !== '')
    io.err(`${source} is damaged. Left out, since it cannot be read: ${leftOut}.\n`)
  if (answer.found > 0) return endings.found
  return answer.isAnswered && leftOut === '' ? endings.nothing : endings.notKnown
}

/** `--json` asks for data where nothing else does, as the ending of a file does. */
function formatOf({ asJson }: Here, { out }: Options): (typeof formats)[number] {
  if (asJson || out?.endsWith('.json') === true) return 'json'
  return out?.endsWith('.csv') === true ? 'csv' : 'text'
}

function written(
  answer: Answer,
  graph: Graph,
  format: (typeof formats)[number],
  { site, exportedAt }: GraphFile,
  version: string,
): string {
  if (format === 'csv') return answerCsv(answer)
  if (format === 'json') {
    return `${JSON.stringify(toAnswerFile(answer, { version, site, asOf: exportedAt }), null, 2)}\n`
  }
  return answerText(answer, (id) => graph.nodes.get(id as NodeId)?.title ?? id)
}

function questionOf(
  { ask: kind, page, by, olderThan }: Options,
  graph: Graph,
  file: GraphFile,
): Question {
  // How old a page is by the time of the graph: the same file gives the same answer.
  if (kind === 'stale') return { kind, now: file.exportedAt, days: olderThan }
  if (kind !== 'change') return { kind }
  if (page === undefined) {
    throw new CommanderError(
      exitCodes.usage,
      'usage',
      'The question change needs --page, the page that is to be changed.',
    )
  }
  const found = pageIn(graph, page, file.site)
  if (found.kind === 'one') return { kind, page: found.id, ...(by !== undefined && { by }) }
  throw new FailureError({
    kind: 'arguments',
    sentence:
      found.kind === 'none'
        ? `“${page}” names nothing in this graph.`
        : `“${page}” names ${found.ids.length} pages: ${found.ids.join(', ')}.`,
    next: 'Name it by its id, such as content:123, or by its address.',
  })
}
