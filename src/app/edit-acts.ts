import { type ChangeLine, checkRelation, type Entry } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type Entity, refOf, type Relation } from '@shared/graph'
import type { Outcome } from '../features/edit'
import type { ActParts } from './act-parts'
import { createSayConflict, sayFailure } from './say'
import { createUndoActs, remade, type UndoActs } from './undo-acts'

const lineOf = (
  { relation, source, target }: Relation,
  action: ChangeLine['action'],
  newName?: string,
): ChangeLine => ({
  action,
  relation,
  source,
  target,
  ...(newName === undefined ? {} : { newName }),
})

export type Acts = UndoActs & {
  deleteRelation: (relation: Relation) => Promise<void>
  createRelation: (relation: Relation, brought: Entity | null) => Promise<void>
  /** The relation the other way round. */
  flipRelation: (relation: Relation) => Promise<void>
  /** The same ends under another name; several at once are one act. */
  retype: (relations: readonly Relation[], newName: string) => Promise<void>
  deleteAll: (relations: readonly Relation[]) => Promise<void>

  retry: (id: string, force?: boolean) => Promise<void>
  expand: (node: Entity['id']) => void
}

const alreadyThere = (relation: string): Failure => ({
  kind: 'rule',
  sentence: `There is already a “${relation}” relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})

/** What people do with relations, each said in a sentence when it is done. */
export function createActs({ graph, view, edits, crawl, notices }: ActParts): Acts {
  const words = ({ relation, source, target }: Relation) =>
    `“${graph.titleOf(source)}” ${relation} “${graph.titleOf(target)}”`
  const undoButton = { label: 'Undo', onPick: () => void undoActs.undo() }
  const sayConflict = createSayConflict(notices, (id) => void acts.retry(id, true))
  const undoActs = createUndoActs({ graph, view, edits, crawl, notices }, words, sayConflict)

  const perform = (kind: Entry['kind'], title: string, lines: readonly ChangeLine[]) =>
    edits.perform({ kind, title, steps: edits.stepsOf(lines) })

  /** Says what went wrong, with a way to force what somebody else stands in the way of. */
  const sayOutcome = ({ entry, failure }: Outcome, good: string, bad: string, next?: string) => {
    const conflict = entry?.steps.some(({ state }) => state === 'conflict') ?? false
    if (failure === null) {
      notices.say({
        tone: 'plain',
        sentence: good,
        ...(next === undefined ? {} : { next }),
        action: undoButton,
      })
    } else if (conflict && entry !== null) sayConflict(failure, entry.id, bad)
    else sayFailure(notices, failure, bad)
  }
  const acts: Acts = {
    deleteRelation: async (relation) => {
      const said = words(relation)
      const outcome = await perform('delete', `Deleted ${said}.`, [lineOf(relation, 'delete')])
      const next = 'Undo creates it again, with you as creator and a new date.'
      sayOutcome(outcome, `Deleted: ${said}.`, 'Not deleted. ', next)
    },
    createRelation: async (wanted, brought) => {
      const state = () => graph.store.getState().graph
      const refused =
        checkRelation(wanted.relation, refOf(wanted.source), refOf(wanted.target)) ??
        (state().edges.has(wanted.id) ? alreadyThere(wanted.relation) : null)
      if (refused !== null) {
        sayFailure(notices, refused, 'Not created. ')
        return
      }
      const fresh = brought !== null && !state().nodes.has(brought.id)
      if (fresh) graph.apply({ entities: [brought], relations: [] })
      const said = words(wanted)
      const outcome = await perform('create', `Created ${said}.`, [lineOf(wanted, 'create')])
      const wasThere = outcome.entry?.steps[0]?.state === 'not-needed'
      const failure = wasThere ? alreadyThere(wanted.relation) : outcome.failure
      if (failure !== null && fresh && !state().incident.has(brought.id)) {
        graph.remove({ nodes: [brought.id] })
      }
      if (failure === null) edits.used(wanted.relation)
      sayOutcome({ ...outcome, failure }, `Created: ${said}.`, 'Not created. ')
    },
    flipRelation: async (relation) => {
      const said = words(relation)
      const outcome = await perform('flip', `Flipped ${said}.`, [lineOf(relation, 'flip')])
      sayOutcome(outcome, `Flipped: ${said}.`, 'Not flipped. ', remade)
    },
    retype: async (relations, newName) => {
      const [one] = relations
      if (one === undefined) return
      const said = relations.length === 1 ? words(one) : `${relations.length} relations`
      const lines = relations.map((relation) => lineOf(relation, 'retype', newName))
      const title = `Renamed ${said} to “${newName}”.`
      const outcome = await perform(relations.length === 1 ? 'retype' : 'change-set', title, lines)
      sayOutcome(outcome, title, 'Not renamed. ', remade)
    },
    deleteAll: async (relations) => {
      const title = `Deleted ${relations.length} relations.`
      const lines = relations.map((relation) => lineOf(relation, 'delete'))
      sayOutcome(await perform('change-set', title, lines), title, 'Not all were deleted. ')
    },
    ...undoActs,
    retry: async (id, force = false) => {
      const outcome = await edits.run(id, { retry: true, force })
      const title = outcome.entry?.title ?? 'Done.'
      sayOutcome(outcome, title, 'It still did not go through. ')
    },
    expand: (node) => void crawl.expand(node),
  }
  return acts
}
