import { agree } from '@shared/text'
import type { Entry } from '@shared/edit'
import { explain } from '@shared/failure'
import type { Entity, Relation } from '@shared/graph'
import { createUndo, type Taken } from '../features/edit'
import type { ActParts } from './act-parts'
import type { SayUndone } from './say-undone'

export type UndoActs = {
  readonly undo: (confirmed?: boolean) => Promise<void>
  readonly redo: (confirmed?: boolean) => Promise<void>
  /** One act and no other. */
  readonly undoOne: (id: string) => Promise<void>
  /** Asks first where several changes would be sent. */
  readonly undoTo: (id: string, confirmed?: boolean) => Promise<void>
}

export const remade = 'You are its creator now, and its date is new.'

/** Taking back and doing again, each said in a sentence. */
export function createUndoActs(
  { graph, view, canvas, edits, draft, crawl, notices }: ActParts,
  words: (relation: Relation) => string,
  sayUndone: SayUndone,
  checkAgain: (entry: string) => void,
): UndoActs {
  const undoing = createUndo({ graph, view, canvas, edits, draft })
  const sayFailed = (taken: Extract<Taken, { kind: 'failed' }>, isBack: boolean): void => {
    const { before, failure, entry } = taken
    const word = isBack ? 'Undo' : 'Redo'
    const many = agree(before, 'One change was', `${before} changes were`)
    const first = before > 0 ? `${many} undone, then: ` : ''
    const bad = before > 0 ? first : `${word} did not go through. `
    sayUndone(entry, failure, { bad, partly: `${first}${word} did a part: ` })
  }
  const sayUnsettled = ({ failure, entry }: Extract<Taken, { kind: 'unsettled' }>): void => {
    const isSending = edits.store.getState().running.has(entry.id)
    const action = { label: 'Check again', onPick: () => checkAgain(entry.id) }
    notices.say({ tone: 'bad', ...explain(failure), ...(isSending ? {} : { action }) })
  }
  /** Nodes that were there before and led to what an expansion brought. */
  const started = ({ view: change }: Entry): Entity['id'][] => {
    const fresh = new Set(change?.brought?.nodes)
    const ends = change?.brought?.batch.relations.flatMap(({ source, target }) => [source, target])
    return [...new Set(ends)].filter((id) => !fresh.has(id))
  }
  const sayTaken = (taken: Taken, isBack: boolean): void => {
    if (taken.kind === 'nothing') {
      notices.say({ tone: 'plain', sentence: `There is nothing to ${isBack ? 'undo' : 'redo'}.` })
    }
    if (taken.kind === 'failed') sayFailed(taken, isBack)
    if (taken.kind === 'unsettled') sayUnsettled(taken)
    if (taken.kind === 'done') notices.say({ tone: 'plain', ...takenWords(taken, isBack, words) })
    if (taken.kind === 'done' && isBack && taken.of.kind === 'expand') {
      for (const node of taken.of.view?.brought?.nodes.length === 0 ? [] : started(taken.of)) {
        crawl.doubt(node)
      }
    }
  }
  const walk = async (isBack: boolean, confirmed: boolean): Promise<void> => {
    const taken = await (isBack ? undoing.undo(confirmed) : undoing.redo(confirmed))
    sayTaken(taken, isBack)
  }

  return {
    undo: (confirmed = false) => walk(true, confirmed),
    redo: (confirmed = false) => walk(false, confirmed),
    undoOne: async (id) => sayTaken(await undoing.undoOne(id), true),
    undoTo: async (id, confirmed = false) => sayTaken(await undoing.undoTo(id, confirmed), true),
  }
}

/** What an undo or redo did, for people. */
function takenWords(
  { entry, of }: Extract<Taken, { kind: 'done' }>,
  isBack: boolean,
  words: (relation: Relation) => string,
): { sentence: string; next?: string } {
  const [step] = entry.steps
  if (of.view === null && entry.steps.length === 1 && step !== undefined) {
    const { kind, relation } = step.edit
    if (step.state === 'not-needed') {
      const how = kind === 'create' ? 'was there already' : 'was gone already'
      return { sentence: `Nothing was sent: ${words(relation)} ${how}, by another hand.` }
    }
    return kind === 'create'
      ? { sentence: `Created again: ${words(relation)}.`, next: remade }
      : { sentence: `${isBack ? 'Undone' : 'Done again'}: ${words(relation)} is deleted again.` }
  }
  const made = entry.steps.some(({ edit }) => edit.kind === 'create')
  return {
    sentence: `${isBack ? 'Undone' : 'Done again'}: ${of.title}`,
    ...(made ? { next: 'What was created again has you as creator and a new date.' } : {}),
  }
}
