import { z } from 'zod'
import { edgeId, NodeId } from '../graph'
import { quoted } from '../text'

export const ChangeAction = z.enum(['create', 'delete', 'flip', 'retype'])
export type ChangeAction = z.infer<typeof ChangeAction>

/** One wanted change, as a person would say it. */
export const ChangeLine = z
  .object({
    action: ChangeAction,
    relation: z.string().min(1).max(255),
    source: NodeId,
    target: NodeId,
    /** Only and always with `retype`. */
    newName: z.string().min(1).max(255).optional(),
  })
  .refine(({ action, newName }) => (action === 'retype') === (newName !== undefined), {
    message: 'a new name belongs to a retyping, and to nothing else',
    path: ['newName'],
  })
export type ChangeLine = z.infer<typeof ChangeLine>

export const changeSetFormat = 'relation-explorer/change-set@1'
export const maxChangeLines = 100_000

/**
 * Wanted changes as a file; `resources/change-set.schema.json` says the same for other programs.
 * Strict: a field that we do not know may be a wish, and would be passed over in silence.
 */
export const ChangeSetFile = z.strictObject({
  format: z.literal(changeSetFormat),
  /** Version of the program that wrote it. */
  version: z.string(),
  /** Origin of the site, without a path and never with credentials. */
  site: z.string().regex(/^https?:\/\/[^/?#@]+$/),
  savedAt: z.iso.datetime({ offset: true }),
  lines: z.array(ChangeLine.strict()).max(maxChangeLines),
})
export type ChangeSetFile = z.infer<typeof ChangeSetFile>

export const toChangeSetFile = (
  lines: readonly ChangeLine[],
  about: Pick<ChangeSetFile, 'version' | 'site' | 'savedAt'>,
): ChangeSetFile =>
  ChangeSetFile.parse({
    format: changeSetFormat,
    version: about.version,
    site: about.site,
    savedAt: about.savedAt,
    lines,
  })

/** Two lines with the same key wish the same. */
export const lineKey = ({ action, relation, source, target, newName }: ChangeLine): string =>
  `${action}|${edgeId(relation, source, target)}|${newName ?? ''}`

/** One sentence for people: what the line wishes. */
export function describeLine(line: ChangeLine, titleOf: (id: NodeId) => string): string {
  const from = quoted(titleOf(line.source))
  const to = quoted(titleOf(line.target))
  const ends = `${quoted(line.relation)} from ${from} to ${to}`
  switch (line.action) {
    case 'create':
      return `Create ${ends}.`
    case 'delete':
      return `Delete ${ends}.`
    case 'flip':
      return `Flip ${ends}, so that it goes from ${to} to ${from}.`
    case 'retype':
      return `Rename ${ends} to ${quoted(line.newName ?? '')}.`
  }
}

type Judged =
  | { readonly ok: true; readonly line: ChangeLine }
  | { readonly ok: false; readonly sentence: string }

const mostShown = 60

/** Lines with the ids of the site; those that become the same stand once. */
export function inOwnSpelling(
  lines: readonly ChangeLine[],
  spelt: readonly { readonly asked: NodeId; readonly own: NodeId }[],
): ChangeLine[] {
  const own = new Map(spelt.map((one) => [one.asked, one.own]))
  const byKey = new Map<string, ChangeLine>()
  for (const line of lines) {
    const { source, target } = line
    const spelled = {
      ...line,
      source: own.get(source) ?? source,
      target: own.get(target) ?? target,
    }
    if (!byKey.has(lineKey(spelled))) byKey.set(lineKey(spelled), spelled)
  }
  return [...byKey.values()]
}

/** What stands in a field, as a subject: `The action “mvoe” is`, `The action is missing or`. */
function subject(field: string, value: unknown): string {
  const shown = typeof value === 'number' ? String(value) : value
  if (typeof shown !== 'string' || shown === '') return `The ${field} is missing or`
  const cut = shown.length > mostShown ? `${shown.slice(0, mostShown)}…` : shown
  return `The ${field} ${quoted(cut)} is`
}

function sentenceOf(issue: z.core.$ZodIssue, value: Partial<Record<string, unknown>>): string {
  const [field] = issue.path
  switch (field) {
    case 'action':
      return `${subject(field, value[field])} not one of create, delete, flip and retype.`
    case 'source':
    case 'target':
      return `${subject(field, value[field])} not an id like content:123, user:ACCOUNT_ID or space:KEY.`
    case 'relation':
      return 'The relation needs a name of 1 to 255 characters.'
    case 'newName':
      return value['action'] === 'retype'
        ? 'A retype needs a newName of 1 to 255 characters.'
        : 'Only a retype takes a newName.'
    default:
      return issue.code === 'unrecognized_keys'
        ? `A change has no field ${quoted(issue.keys[0] ?? '')}.`
        : 'This is not a change.'
  }
}

/** Reads one line; of one that is none, says the first thing that is wrong. */
export function judgeLine(value: unknown): Judged {
  const read = ChangeLine.strict().safeParse(value)
  if (read.success) return { ok: true, line: read.data }
  const fields = typeof value === 'object' && value !== null ? value : {}
  const [issue] = read.error.issues
  return {
    ok: false,
    sentence: issue === undefined ? 'This is not a change.' : sentenceOf(issue, { ...fields }),
  }
}
