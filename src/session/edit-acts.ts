import { type ChangeLine, checkRelation } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type Entity, refOf, type Relation, relationOf } from '@shared/graph'
import { agree, isolated, quoted } from '@shared/text'
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
  sentence: `There is already a ${quoted(relation)} relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})

/** Nothing was made, for all was there. */
const thereBefore = ({ entry }: Outcome, name: string): Failure | null =>
  entry?.steps.every(({ state }) => state === 'not-needed') === true ? alreadyThere(name) : null

/** Acts whose outcome is said with what helps, of which the same is said: acts that lead to acts. */
function createSaid(parts: ActParts, words: (relation: Relation) => string) {
  const { edits, notices } = parts
  const actNotices = createActNotices({ edits, notices })
  const sayUndone = createSayUndone(notices, actNotices, {
    force: (id) => retry(id, true),
    checkAgain,
    sendRest,
  })
  const undoActs = createUndoActs(parts, words, sayUndone, checkAgain)
  const { submit, act, sayOutcome } = createSubmit(
    parts,
    actNotices,
    sayUndone,
    (entry) => void undoActs.undoOne(entry),
  )
  const settleActs = createSettleActs({ edits, notices, sayUndone, sayOutcome })
  function retry(id: string, force: boolean): void {
    void settleActs.retry(id, force)
  }
  function checkAgain(id: string): void {
    void settleActs.checkAgain(id)
  }
  function sendRest(id: string): void {
    void settleActs.sendRest(id)
  }
  return { undoActs, settleActs, submit, act, sayOutcome }
}

/** What people do with relations, each said in a sentence when it is done or drafted. */
export function createActs(parts: ActParts): Acts {
  const { graph, view, edits, crawl, notices } = parts
  const words = ({ relation, source, target }: Relation) =>
    `${quoted(graph.titleOf(source))} ${isolated(relation)} ${quoted(graph.titleOf(target))}`
  const many = (relations: readonly Relation[]) =>
    relations.length === 1 && relations[0] !== undefined
      ? words(relations[0])
      : `${relations.length} relations`
  const { undoActs, settleActs, submit, act, sayOutcome } = createSaid(parts, words)
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

  return {
    ...undoActs,
    ...settleActs,
    deleteRelations: async (relations) => {
      const said = many(relations)
      await act({
        kind: relations.length === 1 ? 'delete' : 'change-set',
        title: `Deleted ${said}.`,
        good: `Deleted: ${said}.`,
        bad: agree(relations.length, 'Not deleted. ', 'Not all were deleted. '),
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
      const turned = relationOf(relation.relation, relation.target, relation.source)
      const { edges: selected } = view.store.getState().selection
      await act({
        kind: 'flip',
        title: `Flipped ${words(relation)}.`,
        good: `Flipped: it is ${words(turned)} now.`,
        bad: 'Not flipped. ',
        next: remade,
        lines: [lineOf(relation, 'flip')],
      })
      // It is the same relation to whoever looks at it, under another id.
      const { nodes, edges } = view.store.getState().selection
      const isDone = state().edges.has(turned.id) && !state().edges.has(relation.id)
      const isElsewhere = nodes.length > 0 || edges.some((id) => id !== relation.id)
      const wasSelected = selected.length === 1 && selected[0] === relation.id
      if (isDone && wasSelected && !isElsewhere) view.goToRelation(turned.id)
    },
    retype: async (relations, newName) => {
      if (relations.length === 0) return
      const [old, ...others] = new Set(relations.map(({ relation }) => relation))
      const from = old === undefined || others.length > 0 ? '' : ` ${quoted(old)}`
      const said = relations.length === 1 ? many(relations) : `${many(relations)}${from}`
      const title = `Renamed ${said} to ${quoted(newName)}.`
      await act({
        kind: relations.length === 1 ? 'retype' : 'change-set',
        title,
        good: title,
        bad: agree(relations.length, 'Not renamed. ', 'Not all were renamed. '),
        next: remade,
        lines: relations.map((relation) => lineOf(relation, 'retype', newName)),
      })
    },
    expand: (node) => void crawl.expand(node),
  }
}
