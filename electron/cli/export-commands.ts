import { join, parse } from 'node:path'
import { type Command, Option } from 'commander'
import { type Drawn, type Format, mermaidWarning, pseudonymsOf, redact } from '@shared/export'
import { layoutNames } from '@shared/layout'
import { type ExportOptions, formatName, formatNames, themes, wantedFormat } from './export-format'
import { converted, graphFrom, type Source } from './graph-source'
import { exitCodes, type Io } from './io'
import { laidOut } from './laid-out'
import { failureOf, tell, writeText } from './output'
import { painted, type PictureFormat } from './picture-formats'
import type { Run } from './run'

type Read = (source: string, version: string, io: Io) => Promise<Source>

const help = `
The formats csv and neo4j make two files, NAME-nodes.csv and NAME-relations.csv.
The pictures svg and pdf are those of the window: what is hidden, filtered or folded in a workspace
is so in them. PNG needs the window, which exports it at any size.
Exit codes: 0 written, 2 wrong usage or a file that cannot be read or written, 3 written without what
could not be read of a damaged workspace, or with boxes for letters that no font of this machine has.`

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
      new Option('--format <format>', 'format; left out, the ending of --out says it')
        .choices(formatNames)
        .argParser(formatName),
    )
    .addOption(
      new Option(
        '--layout <name>',
        'give each node a place by this layout; left out, each stands where it stood',
      ).choices(layoutNames),
    )
    .addOption(
      new Option('--theme <theme>', 'the paper of a picture; left out, it is light').choices(
        themes,
      ),
    )
    .option('--redact', 'replace titles, people, spaces, keys, addresses and the site')
    .option('--redact-relations', 'replace relation names too')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText('after', help)
    .action((source: string, options: ExportOptions) =>
      run(async (io, { version, asJson }) => {
        const format = wantedFormat(options)
        try {
          const found = await read(source, version, io)
          let lacking = ''
          if (typeof format === 'string') lacking = await writePicture(format, found, options, io)
          else await writeData(format, found.drawn, options, io)
          if (lacking !== '') io.err(`${lacking}\n`)
          if (found.leftOut !== '') {
            io.err(`${source} is damaged. Left out, since it cannot be read: ${found.leftOut}.\n`)
          }
          return lacking === '' && found.leftOut === '' ? exitCodes.complete : exitCodes.partial
        } catch (error) {
          // As `diff` ends: what asks no server has one code for files.
          tell(failureOf(error), asJson, io)
          return exitCodes.usage
        }
      }),
    )
}

async function writeData(
  format: Format,
  drawn: Drawn,
  options: ExportOptions,
  io: Io,
): Promise<void> {
  const { layout, out } = options
  const placed =
    layout === undefined ? drawn : { ...drawn, file: await laidOut(drawn.file, layout) }
  const shown = hidden(placed, options)
  for (const { part, text } of format.write(shown)) {
    await writeText(text, nameOf(out, part), io)
    const warning = format.name === 'mermaid' ? mermaidWarning(shown, text) : null
    if (warning !== null) io.err(`${warning}\n`)
  }
}

/** Gives what is not as it is to be, in a sentence; '' for nothing. */
async function writePicture(
  format: PictureFormat,
  source: Source,
  { layout, theme = 'light', out, ...options }: ExportOptions,
  io: Io,
): Promise<string> {
  const redacted = redaction(options)
  const { data, lacking } = await painted(format, source, { theme, layout, redacted }, io)
  await writeText(data, out, io)
  return lacking
}

function nameOf(out: string | undefined, part: string): string | undefined {
  if (out === undefined || part === '') return out
  const { dir, name, ext } = parse(out)
  return join(dir, `${name}-${part}${ext}`)
}

/** What is to be replaced, or null for nothing. */
function redaction({ redact: all, redactRelations }: ExportOptions) {
  const relations = redactRelations === true
  return all === true || relations ? { relations } : null
}

function hidden(drawn: Drawn, options: ExportOptions): Drawn {
  const redacted = redaction(options)
  if (redacted === null) return drawn
  const names = pseudonymsOf(drawn.file, redacted)
  const looks = [...drawn.looks].map(([name, look]) => [names.relation(name), look] as const)
  return { file: redact(drawn.file, names), looks: new Map(looks) }
}
