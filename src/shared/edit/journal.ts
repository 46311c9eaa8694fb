import { z } from 'zod'
import { type Edit, invert } from './edit'
import { isThere, Step, waiting } from './step'
import { ViewChange } from './view-part'

export const ActKind = z.enum([
  'create',
  'delete',
  'flip',
  'retype',
  'change-set',
  'move',
  'pin',
  'hide',
  'show',
  'arrange',
  'expand',
  'filter',
  'focus',
  'fold',
  'group',
  'draft',
  'undo',
  'redo',
])
export type ActKind = z.infer<typeof ActKind>

/** One line of the journal. It is never changed but for the states of its steps. */
export const Entry = z.object({
  id: z.string().min(1).max(64),
  at: z.iso.datetime(),
  /** One start of the program. */
  session: z.string(),
  /** One opening of the workspace by a page. */
  page: z.string().max(64).optional(),
  /** Who did it. */
  person: z.string(),
  kind: ActKind,
  /** The entry that an undo or a redo is about. */
  of: z.string().nullable(),
  /** A sentence for people, with the titles of that day. */
  title: z.string(),
  steps: z.array(Step),
  view: ViewChange.nullable(),
})
export type Entry = z.infer<typeof Entry>

const keyOf = ({ kind, relation }: Edit): string => `${kind} ${relation.id}`

/** The changes of an entry that hold at the server now, after all its undos and redos. */
export function standing(entry: Entry, all: readonly Entry[]): Edit[] {
  const held = new Map<string, Edit>()
  for (const { edit, state } of entry.steps) if (state === 'confirmed') held.set(keyOf(edit), edit)
  for (const later of all) {
    if (later.of !== entry.id) continue
    for (const step of later.steps.filter(isThere)) {
      if (later.kind === 'undo') held.delete(keyOf(invert(step.edit)))
      else held.set(keyOf(step.edit), step.edit)
    }
  }
  return [...held.values()]
}

const isServerAct = ({ kind }: Entry): boolean =>
  ['create', 'delete', 'flip', 'retype', 'change-set'].includes(kind)

/** Whether there is anything of an entry to take back. */
const holds = (entry: Entry, all: readonly Entry[]): boolean =>
  isServerAct(entry) ? standing(entry, all).length > 0 : entry.view !== null

const isUnknown = ({ state }: Step): boolean => state === 'unknown' || state === 'sent'

/** Steps of which nobody knows whether they are done. */
export const unknownIn = ({ steps }: Entry): number => steps.filter(isUnknown).length

/**
 * The newest act that has to be settled before this one is taken back or done again: a part of it,
 * or of what came after it, was sent, and nobody knows whether it arrived.
 */
export function unsettledSince(id: string, entries: readonly Entry[]): Entry | null {
  const from = entries.findIndex((entry) => entry.id === id)
  const since = from < 0 ? entries : entries.slice(from)
  const own = entries.filter(({ of }) => of === id)
  return [...own, ...since].findLast((entry) => unknownIn(entry) > 0) ?? null
}

/** This act, or an undo or redo of it, where it has to be settled before it is taken back. */
export const unsettledIn = (id: string, entries: readonly Entry[]): Entry | null =>
  entries.findLast((one) => (one.id === id || one.of === id) && unknownIn(one) > 0) ?? null

export type History = {
  /** What undo takes back, the last one at the end. */
  readonly done: readonly Entry[]
  /** What redo does again, the next one at the end. */
  readonly undone: readonly Entry[]
}

/**
 * Reads a journal from the beginning: which acts hold, in the order in which they came to hold. Of
 * acts that are not `mine` only what they mean for those that are.
 */
export function historyOf(
  entries: readonly Entry[],
  mine: (entry: Entry) => boolean = () => true,
): History {
  let done: Entry[] = []
  let undone: Entry[] = []
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  entries.forEach((entry, at) => {
    const until = entries.slice(0, at + 1)
    const about = entry.of === null ? undefined : byId.get(entry.of)
    if (about === undefined) {
      if (!holds(entry, until)) return
      // What was drafted is applied now, and goes with it.
      if (entry.kind === 'change-set') done = done.filter(({ kind }) => kind !== 'draft')
      if (!mine(entry)) return
      done.push(entry)
      undone = []
    } else if (entry.kind === 'undo' && (!isServerAct(about) || !holds(about, until))) {
      done = done.filter((one) => one !== about)
      if (mine(about)) undone.push(about)
    } else if (entry.kind === 'redo' && holds(about, until)) {
      undone = undone.filter((one) => one !== about)
      if (mine(about)) done.push(about)
    }
  })
  return { done, undone }
}

/**
 * Steps of edits, where some must wait for others of them: a flip must not lose what it could not
 * make anew.
 */
function chained(edits: readonly Edit[], waits: ReadonlyMap<string, Edit>): Step[] {
  const places = new Map(edits.map((edit, at) => [keyOf(edit), at]))
  return edits.map((edit) => {
    const before = waits.get(keyOf(edit))
    return waiting(edit, before === undefined ? undefined : places.get(keyOf(before)))
  })
}

/** What waited for what in an entry, as pairs of edits, the first one first. */
const pairsIn = ({ steps }: Entry): [Edit, Edit][] =>
  steps.flatMap(({ edit, after }): [Edit, Edit][] => {
    const first = after === undefined ? undefined : steps[after]
    return first === undefined ? [] : [[first.edit, edit]]
  })

/**
 * A deletion is meant for the relation as we made it last: an undo may have made it anew since, and
 * only what another hand has made is a conflict.
 */
function asLastMade(edit: Edit, all: readonly Entry[]): Edit {
  if (edit.kind === 'create') return edit
  const made = all
    .flatMap(({ steps }) => steps)
    .filter(
      ({ edit: { kind, relation }, state }) =>
        kind === 'create' && state === 'confirmed' && relation.id === edit.relation.id,
    )
    .at(-1)
  return made === undefined ? edit : { kind: 'delete', relation: made.edit.relation }
}

/** The steps that take back what stands of an entry. */
export const undoSteps = (entry: Entry, all: readonly Entry[]): Step[] =>
  chained(
    standing(entry, all)
      .reverse()
      .map((edit) => asLastMade(invert(edit), all)),
    new Map(pairsIn(entry).map(([first, second]) => [keyOf(invert(first)), invert(second)])),
  )

/** The steps that do again what an undo took back. */
export function redoSteps(entry: Entry, all: readonly Entry[]): Step[] {
  const held = new Set(standing(entry, all).map(keyOf))
  return chained(
    entry.steps
      .filter(({ edit, state }) => state === 'confirmed' && !held.has(keyOf(edit)))
      .map(({ edit }) => asLastMade(invert(invert(edit)), all)),
    new Map(pairsIn(entry).map(([first, second]) => [keyOf(second), first])),
  )
}
