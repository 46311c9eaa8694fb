import { type ChangeLine, checkRelation } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type Entity, refOf, type Relation } from '@shared/graph'
import type { Outcome } from '../features/edit'
import { createActNotices } from './act-notices'
import type { ActParts } from './act-parts'
import { sayFailure } from './say'
import { createSayUndone } from './say-undone'
import { createSettleActs, type SettleActs } from './settle-acts'
import { createSubmit, type Wanted } from './submit'
import { createUndoActs, remade, type UndoActs } from './undo-acts'

export type Acts = UndoActs &
  SettleActs & {
    /** One act for all; those that are there already are passed over. */
    createRelations: (relations: readonly Relation[], brought: Entity | null) => Promise<void>
    /** The relation the other way round. */
    flipRelation: (relation: Relation) => Promise<void>
    /** The same ends under another name; several at once are one act. */
    retype: (relations: readonly Relation[], newName: string) => Promise<void>
    deleteRelations: (relations: readonly Relation[]) => Promise<void>
    expand: (node: Entity['id']) => void
  }

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

const alreadyThere = (relation: string): Failure => ({
  kind: 'rule',
  sentence: `There is already a “${relation}” relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})

/** Nothing was made, for all was there. */
const thereBefore = ({ entry }: Outcome, name: string): Failure | null =>
  entry?.steps.every(({ state }) => state === 'not-needed') === true ? alreadyThere(name) : null

/** What people do with relations, each said in a sentence when it is done or drafted. */
export function createActs(parts: ActParts): Acts {
  const { graph, edits, crawl, notices } = parts
  const words = ({ relation, source, target }: Relation) =>
    `“${graph.titleOf(source)}” ${relation} “${graph.titleOf(target)}”`
  const many = (relations: readonly Relation[]) =>
    relations.length === 1 && relations[0] !== undefined
      ? words(relations[0])
      : `${relations.length} relations`
  const actNotices = createActNotices({ edits, notices })
  const sayUndone = createSayUndone(notices, actNotices, {
    force: (id) => void acts.retry(id, true),
    checkAgain: (id) => void acts.checkAgain(id),
    sendRest: (id) => void acts.sendRest(id),
  })
  const undoActs = createUndoActs(parts, words, sayUndone, (id) => void acts.checkAgain(id))
  const { submit, act, sayOutcome } = createSubmit(
    parts,
    actNotices,
    sayUndone,
    (entry) => void undoActs.undoOne(entry),
  )
  const state = () => graph.store.getState().graph
  /** Those that may be made, or why none may. */
  const makeable = (relations: readonly Relation[]): readonly Relation[] | Failure => {
    const fresh = relations.filter(({ id }) => !state().edges.has(id))
    for (const { relation, source, target } of fresh) {
      const refused = checkRelation(relation, refOf(source), refOf(target))
      if (refused !== null) return refused
    }
    return fresh.length > 0 ? fresh : alreadyThere(relations[0]?.relation ?? '')
  }

  const acts: Acts = {
    ...undoActs,
    ...createSettleActs({ edits, notices, sayUndone, sayOutcome }),
    deleteRelations: async (relations) => {
      const said = many(relations)
      await act({
        kind: relations.length === 1 ? 'delete' : 'change-set',
        title: `Deleted ${said}.`,
        good: `Deleted: ${said}.`,
        bad: relations.length === 1 ? 'Not deleted. ' : 'Not all were deleted. ',
        next: 'Undo creates again, with you as creator and a new date.',
        lines: relations.map((relation) => lineOf(relation, 'delete')),
      })
    },
    createRelations: async (relations, brought) => {
      const fresh = makeable(relations)
      const bad = 'Not created. '
      if ('kind' in fresh) {
        sayFailure(notices, fresh, bad)
        return
      }
      const isNew = brought !== null && !state().nodes.has(brought.id)
      if (isNew) graph.apply({ entities: [brought], relations: [] })
      const said = many(fresh)
      const wanted: Wanted = {
        kind: fresh.length === 1 ? 'create' : 'change-set',
        title: `Created ${said}.`,
        good: `Created: ${said}.`,
        bad,
        lines: fresh.map((relation) => lineOf(relation, 'create')),
      }
      const name = fresh[0]?.relation ?? ''
      const outcome = await submit(wanted)
      if (outcome === null) return
      const failure = outcome.failure ?? thereBefore(outcome, name)
      if (failure === null) edits.used(name)
      else if (isNew && !state().incident.has(brought.id)) graph.remove({ nodes: [brought.id] })
      sayOutcome({ ...outcome, failure }, wanted)
    },
    flipRelation: async (relation) => {
      const said = words(relation)
      await act({
        kind: 'flip',
        title: `Flipped ${said}.`,
        good: `Flipped: ${said}.`,
        bad: 'Not flipped. ',
        next: remade,
        lines: [lineOf(relation, 'flip')],
      })
    },
    retype: async (relations, newName) => {
      if (relations.length === 0) return
      const title = `Renamed ${many(relations)} to “${newName}”.`
      await act({
        kind: relations.length === 1 ? 'retype' : 'change-set',
        title,
        good: title,
        bad: relations.length === 1 ? 'Not renamed. ' : 'Not all were renamed. ',
        next: remade,
        lines: relations.map((relation) => lineOf(relation, 'retype', newName)),
      })
    },
    expand: (node) => void crawl.expand(node),
  }
  return acts
}
