import { join, parse } from 'node:path'
import { type Command, CommanderError, Option } from 'commander'
import {
  type Drawn,
  drawnWorkspace,
  type Format,
  formatOf,
  formats,
  mermaidWarning,
  pseudonymsOf,
  redact,
} from '@shared/export'
import { type LayoutName, layoutNames } from '@shared/layout'
import { unreadableWords } from '@shared/workspace'
import { isWorkspaceFile, readWorkspaceFile } from '../services/workspace'
import { graphIn, standardInput, unreadable } from './graph-input'
import { exitCodes, type Io } from './io'
import { laidOut } from './laid-out'
import { failureOf, standardOutput, tell, writeText } from './output'
import type { Run } from './run'

type Options = {
  readonly format?: string
  readonly layout?: LayoutName
  readonly redact?: true
  readonly redactRelations?: true
  readonly out?: string
}
/** What was read, and what of it could not be, in words; '' for nothing. */
type Source = { readonly drawn: Drawn; readonly leftOut: string }
type Read = (source: string, version: string, io: Io) => Promise<Source>

/** `export` and `convert`: a graph that is on this machine, in another format. They ask no server. */
export function addExports(program: Command, run: Run): void {
  const fromFile = program
    .command('export')
    .description('Write the graph of a workspace or of a crawl in another format.')
    .argument('<file>', 'a workspace (.relx), or a graph as JSON; - for standard input')
  const fromText = program
    .command('convert')
    .description('Turn a graph that was written as JSON into another format.')
    .argument('<file>', 'a graph as JSON; - for standard input')
  write(fromFile, run, graphFrom)
  write(fromText, run, converted)
}

function write(command: Command, run: Run, read: Read): void {
  command
    .addOption(
      new Option('--format <format>', 'format; left out, the ending of --out says it').choices(
        formats.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option(
        '--layout <name>',
        'give each node a place by this layout; left out, each stands where it stood',
      ).choices(layoutNames),
    )
    .option('--redact', 'replace titles, people, spaces, keys, addresses and the site')
    .option('--redact-relations', 'replace relation names too')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      '\nThe formats csv and neo4j make two files, NAME-nodes.csv and NAME-relations.csv.\nExit codes: 0 written, 2 wrong usage or a file that cannot be read or written, 3 written without what could not be read of a damaged workspace.',
    )
    .action((source: string, options: Options) =>
      run(async (io, { version, asJson }) => {
        const format = wanted(options)
        try {
          const found = await read(source, version, io)
          const drawn = await placed(found.drawn, options)
          await writeAs(format, hidden(drawn, options), options.out, io)
          if (found.leftOut === '') return exitCodes.complete
          io.err(`${source} is damaged. Left out, since it cannot be read: ${found.leftOut}.\n`)
          return exitCodes.partial
        } catch (error) {
          // As `diff` ends: what asks no server has one code for files.
          tell(failureOf(error), asJson, io)
          return exitCodes.usage
        }
      }),
    )
}

async function writeAs(format: Format, drawn: Drawn, out: string | undefined, io: Io) {
  for (const { part, text } of format.write(drawn)) {
    await writeText(text, nameOf(out, part), io)
    const warning = format.name === 'mermaid' ? mermaidWarning(drawn, text) : null
    if (warning !== null) io.err(`${warning}\n`)
  }
}

const usage = (sentence: string) => new CommanderError(exitCodes.usage, 'usage', sentence)

/** What was asked for, or what the name of the file says. */
function wanted({ format: named, out }: Options): Format {
  const word = named ?? (out === undefined ? '' : parse(out).ext.slice(1))
  const format = formatOf(word)
  if (format === null) {
    throw usage(`--format is missing. It is one of ${formats.map(({ name }) => name).join(', ')}.`)
  }
  if (format.isPair && (out === undefined || out === standardOutput)) {
    throw usage(
      `The format ${format.name} makes two files: name them with --out${format.name === 'csv' ? ', or ask for csv-nodes or csv-relations' : ''}.`,
    )
  }
  return format
}

function nameOf(out: string | undefined, part: string): string | undefined {
  if (out === undefined || part === '') return out
  const { dir, name, ext } = parse(out)
  return join(dir, `${name}-${part}${ext}`)
}

async function placed(drawn: Drawn, { layout }: Options): Promise<Drawn> {
  return layout === undefined ? drawn : { ...drawn, file: await laidOut(drawn.file, layout) }
}

function hidden(drawn: Drawn, options: Options): Drawn {
  const relations = options.redactRelations === true
  if (options.redact !== true && !relations) return drawn
  const names = pseudonymsOf(drawn.file, { relations })
  const looks = [...drawn.looks].map(([name, look]) => [names.relation(name), look] as const)
  return { file: redact(drawn.file, names), looks: new Map(looks) }
}

/** The graph of a workspace, or of a file or standard input that holds one. */
export async function graphFrom(path: string, version: string, io: Io): Promise<Source> {
  let isWorkspace: boolean
  try {
    isWorkspace = path !== standardInput && isWorkspaceFile(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  if (!isWorkspace) return converted(path, version, io)
  const kept = await readWorkspaceFile(path)
  const leftOut = unreadableWords(kept.unreadable)
  return { drawn: drawnWorkspace(kept, version, new Date()), leftOut }
}

async function converted(source: string, _: string, io: Io): Promise<Source> {
  return { drawn: { file: await graphIn(source, io), looks: new Map() }, leftOut: '' }
}
