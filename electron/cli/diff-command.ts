import { type Command, Option } from 'commander'
import { FailureError } from '@shared/failure'
import {
  compareGraphs,
  describeGroups,
  type GraphDiff,
  type GraphFile,
  type NodeId,
  toDiffFile,
} from '@shared/graph'
import { graphIn } from './graph-input'
import { type ExitCode, exitCodes } from './io'
import { failureOf, standardOutput, tell, writeData } from './output'
import type { Run } from './run'

type Options = { readonly format: 'text' | 'json'; readonly out?: string }

/** As `diff` ends: what differs is no failure, but a script has to be able to tell. */
const endings = {
  same: exitCodes.complete,
  differ: exitCodes.failed,
  trouble: exitCodes.usage,
} as const satisfies Record<string, ExitCode>

/** `diff`: what changed between two exports of one site. It asks no server. */
export function addDiff(program: Command, run: Run): void {
  program
    .command('diff')
    .description('Compare two exported graphs of one site and say what changed.')
    .argument('<before>', 'the earlier graph, a JSON file; - for standard input')
    .argument('<after>', 'the later graph, a JSON file; - for standard input')
    .addOption(
      new Option('--format <format>', 'sentences, or data as with --json')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--out <file>', 'write the data to a file, as JSON')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing differs, 1 something does, 2 a file could not be read or written.',
    )
    .action((first: string, second: string, options: Options) =>
      run(async (io, { version, asJson }) => {
        try {
          const [before, after] = [await graphIn(first, io), await graphIn(second, io)]
          if (before.site !== after.site) throw otherSites(before, after)
          const diff = compareGraphs(before, after)
          const about = { version, site: after.site, from: before, to: after }
          const isData = asJson || options.format === 'json' || options.out === standardOutput
          if (isData || options.out !== undefined) {
            await writeData(toDiffFile(diff, about), options.out, io)
          }
          if (!isData) io.out(diffWords(diff, before, after))
          return diff.isSame ? endings.same : endings.differ
        } catch (error) {
          // Not 1, which would say that the graphs differ.
          tell(failureOf(error), asJson, io)
          return endings.trouble
        }
      }),
    )
}

const refusal = (sentence: string, next: string) =>
  new FailureError({ kind: 'arguments', sentence, next })

const otherSites = (before: GraphFile, after: GraphFile) =>
  refusal(
    plain(`The graphs are of different sites: ${before.site} and ${after.site}.`),
    'Compare two exports of one site.',
  )

/** The later title; with the id where several share one. */
function titlesIn(before: GraphFile, after: GraphFile): (id: NodeId) => string {
  const titles = new Map([...before.nodes, ...after.nodes].map(({ id, title }) => [id, title]))
  const times = new Map<string, number>()
  for (const title of titles.values()) times.set(title, (times.get(title) ?? 0) + 1)
  return (id) => {
    const title = titles.get(id)
    if (title === undefined) return id
    return times.get(title) === 1 ? title : `${title} (${id})`
  }
}

/** What differs, in sentences under their headings. */
export function diffWords(diff: GraphDiff, before: GraphFile, after: GraphFile): string {
  if (diff.isSame) return 'Nothing differs.\n'
  const titleOf = titlesIn(before, after)
  const groups = describeGroups(diff, titleOf).map(({ title, sentences }) =>
    [`${title} (${sentences.length}):`, ...sentences.map((one) => `  ${plain(one)}`), ''].join(
      '\n',
    ),
  )
  return groups.join('\n')
}

/** A title may hold what a terminal obeys. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
