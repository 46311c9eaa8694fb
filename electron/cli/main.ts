import { Command, CommanderError, Help, type Option } from 'commander'
import { addApply } from './apply-command'
import { addCrawl } from './crawl-command'
import { addDemoSite } from './demo-command'
import { addDiff } from './diff-command'
import { addExports } from './export-commands'
import { type ExitCode, exitCodes, type Io } from './io'
import { addInsights } from './insights-command'
import { addMap } from './map-command'
import { failureOf, tell } from './output'
import { addProbe } from './probe-command'
import { addRefresh } from './refresh-command'
import { addProfiles } from './profile-commands'
import { addRelationCommands } from './relation-commands'
import type { Run } from './run'

/** Reads the words of a command line, does what they say, and gives the exit code. */
export async function main(args: readonly string[], version: string, io: Io): Promise<ExitCode> {
  const asJson = args.includes('--json')
  let code: ExitCode = exitCodes.complete
  const run: Run = async (work) => {
    code = await work(io, { version, asJson })
  }
  try {
    refuseSecrets(args)
    await programOf(version, run, asJson, io).parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return ended(error, asJson, io)
  }
}

function programOf(version: string, run: Run, asJson: boolean, io: Io): Command {
  const program = new Command('relation-explorer')
    .description('Crawl, read and edit the relations of a Confluence Cloud site.')
    .version(version)
    .option('--json', 'tell errors as JSON')
    .showHelpAfterError('(--help shows what it takes)')
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({
      writeOut: io.out,
      // As JSON it is told once, where the error is caught.
      writeErr: asJson ? () => undefined : io.err,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 complete, 1 failed, 2 wrong usage, 3 partial or not known, 130 interrupted.',
    )
  addCrawl(program, run)
  addMap(program, run)
  addRefresh(program, run)
  addDiff(program, run)
  addExports(program, run)
  addInsights(program, run)
  addApply(program, run)
  addRelationCommands(program, run)
  addProbe(program, run)
  addProfiles(program, run)
  addDemoSite(program, run)
  for (const command of everyCommand(program)) inherit(command, program)
  return program
}

/** What must be given is marked. */
function describeOption(option: Option): string {
  const words = new Help().optionDescription(option)
  return option.mandatory ? `${words} (required)` : words
}

const everyCommand = (command: Command): Command[] =>
  command.commands.flatMap((one) => [one, ...everyCommand(one)])

function inherit(command: Command, program: Command): void {
  command.copyInheritedSettings(program)
  // Understood after the command too, where people write it.
  command.option('--json', 'tell errors as JSON')
}

/** A token in the arguments stands in the list of processes for everyone on the machine. */
function refuseSecrets(args: readonly string[]): void {
  if (!args.some((arg) => /^--(?:token|password|api-token)(?:=|$)/.test(arg))) return
  throw new CommanderError(
    exitCodes.usage,
    'usage',
    'A token is not taken from the command line, where others can read it. Set RELATION_EXPLORER_TOKEN instead.',
  )
}

function ended(error: unknown, asJson: boolean, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.complete
    const sentence = error.message.replace(/^error: /, '')
    const next = 'Run the command with --help to see what it takes.'
    if (asJson) io.err(`${JSON.stringify({ error: { kind: 'usage', sentence, next } })}\n`)
    else if (error.code === 'usage') io.err(`${sentence}\n`)
    return exitCodes.usage
  }
  const failure = failureOf(error)
  tell(failure, asJson, io)
  if (failure.kind === 'cancelled' && io.signal.aborted) return exitCodes.interrupted
  // It may have been done.
  if (failure.kind === 'write-unknown') return exitCodes.partial
  // Nothing was tried: a word is missing.
  return failure.kind === 'unconfirmed-host' ? exitCodes.usage : exitCodes.failed
}
