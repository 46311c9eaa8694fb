import { CutReason, QueryRecord, QueryState } from '../crawl'
import { type ChangeLine, ruleAgainst } from '../edit'
import type { Failure } from '../failure'
import {
  type Batch,
  type EdgeId,
  GraphFile,
  ownAddress,
  type Person,
  refOf,
  relationOf,
  writtenRelation,
} from '../graph'
import type { WorkspaceChange, WorkspaceState } from '../workspace'
import { quoted } from '../text'

export type ReadGraph =
  | { readonly ok: true; readonly file: GraphFile }
  | { readonly ok: false; readonly failure: Failure }

const anyGraph = 'relation-explorer/graph@'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const formatOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'format' in value ? String(value.format) : ''

/** Whether a text wants to be an exported graph, whatever else is wrong with it. */
export const isGraphText = (text: string): boolean => formatOf(parsed(text)).startsWith(anyGraph)

/** Reads an exported graph that a person chose, for a site; says why where it cannot be used there. */
export function readGraph(text: string, fileName: string, site: string): ReadGraph {
  const refused = (why: string, next: string): ReadGraph => ({
    ok: false,
    failure: { kind: 'unfit-file', sentence: `${quoted(fileName)} ${why}`, next },
  })
  const value = parsed(text)
  const format = formatOf(value)
  const choose = 'Choose a graph that this program exported as JSON.'
  if (value === undefined) return refused('is no JSON, or it was cut short.', choose)
  if (!format.startsWith(anyGraph)) return refused('is no exported graph.', choose)
  const read = GraphFile.safeParse(value)
  if (!read.success) {
    return format === `${anyGraph}1`
      ? refused(`has a mistake at ${quoted(read.error.issues[0]?.path.join('.') ?? '')}.`, choose)
      : refused('was written by a newer version of the program.', 'Update the program.')
  }
  const { data: file } = read
  if (file.redacted === true)
    return refused(
      'is redacted: its ids are pseudonyms, so it fits no site.',
      'Export the graph again without redaction.',
    )
  return file.site === site
    ? { ok: true, file }
    : refused(`is about ${file.site}, not ${site}.`, 'Open that site first.')
}

/** The fields that have a value. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    // Those without a value are gone, which the library's type does not say.
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const personOf = (name: string | undefined, status?: string): Person | undefined =>
  name === undefined ? undefined : { name, ...given({ status }) }

/** What the file says is there. Ids are made anew from what they are made of. */
export function batchOf({ site, nodes, edges }: GraphFile): Batch {
  return {
    entities: nodes.map((node) => {
      const { id, title, status, subtype, space, url, createdAt, changedAt, homepage } = node
      return {
        ...{ id, ...refOf(id), title, status },
        ...given({ subtype, space, url: ownAddress(url, site), createdAt, changedAt, homepage }),
        ...given({
          createdBy: personOf(node.createdBy, node.createdByStatus),
          owner: personOf(node.owner, node.ownerStatus),
        }),
      }
    }),
    relations: edges.map(({ relation, source, target, createdBy, createdAt, origin }) =>
      (origin === undefined ? relationOf : writtenRelation)(relation, source, target, {
        ...given({ createdBy: personOf(createdBy), createdAt }),
      }),
    ),
  }
}

/** A workspace as far as the file remembers it: the graph, where it stood, what was asked. */
export function workspaceOf(
  file: GraphFile,
): WorkspaceChange & Pick<WorkspaceState, 'batch' | 'places'> {
  const batch = batchOf(file)
  const known = new Set([
    ...batch.entities.map(({ id }) => id),
    ...batch.relations.flatMap(({ source, target }) => [source, target]),
  ])
  return {
    batch,
    places: file.nodes.flatMap(({ id, position }) =>
      position === undefined ? [] : [[id, position]],
    ),
    records: file.completeness.filter(({ node }) => known.has(node)).flatMap(recordOf),
    ...(file.unresolved !== undefined && {
      unresolved: { anew: true, list: file.unresolved },
    }),
  }
}

/** What went wrong is in the file as a sentence only, so a failure comes back as its state. */
function recordOf({
  at,
  found,
  state,
  unidentified,
  why,
  ...question
}: GraphFile['completeness'][number]): QueryRecord[] {
  const { node, relation, direction, type } = question
  const ended = QueryState.safeParse(state === 'stale' ? 'complete' : state)
  if (!ended.success) return []
  const reason = CutReason.safeParse(why)
  const record = {
    query: { node, relation, direction, type },
    ...{ state: ended.data, at, found, from: 0, before: 0, left: 0 },
    ...(unidentified === undefined ? {} : { unidentified }),
    ...(reason.success ? { why: reason.data } : {}),
  }
  const read = QueryRecord.safeParse(record)
  return read.success ? [read.data] : []
}

/** Relations of the file that are not there, as changes that would make them. */
export function linesLacking(
  file: GraphFile,
  isThere: (id: EdgeId) => boolean,
): { lines: ChangeLine[]; refused: number } {
  const lacking = batchOf(file).relations.filter(({ id }) => !isThere(id))
  const all = lacking.map(({ relation, source, target }): ChangeLine => ({
    action: 'create',
    relation,
    source,
    target,
  }))
  const lines = all.filter((line) => ruleAgainst(line) === null)
  return { lines, refused: all.length - lines.length }
}
