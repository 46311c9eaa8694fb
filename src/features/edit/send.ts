import type { StepEvent } from '@shared/contract'
import { isThere, type Step } from '@shared/edit'
import type { Failure } from '@shared/failure'
import type { EdgeId } from '@shared/graph'
import { attempt, toFailure } from '../../transport'
import { readOnlyAt } from './read-only'
import type { EditOptions } from './edit-options'
import type { Outcome } from './state'

/** What is not settled yet is drawn as a ghost; so is what nobody knows of. */
const has = new Set<Step['state']>(['waiting', 'sent', 'unknown'])

/** Sends the steps of an entry and follows them. */
export function createSender(options: EditOptions) {
  const { client, profile, graph, view, workspace, page, onCalls } = options
  const { store } = options.journal
  const show = ({ edit: { kind, relation }, state }: Step): void => {
    if (kind === 'create') view.setGhost(relation, has.has(state))
    else view.setLeaving(relation.id, has.has(state))
  }
  /** The version of the workspace at which each step was as it is known. */
  const known = new Map<string, number>()
  /** A step comes from its run and from the journal that all pages hear; the older is passed over. */
  const takeStep = (id: string, { at, step, version }: Omit<StepEvent, 'calls'>): void => {
    const key = `${id} ${at}`
    if (version <= (known.get(key) ?? -1)) return
    known.set(key, version)
    take(id, at, step)
  }
  const take = (id: string, at: number, step: Step): void => {
    store.setState(({ entries }) => ({
      entries: entries.map((entry) =>
        entry.id === id
          ? { ...entry, steps: entry.steps.map((old, place) => (place === at ? step : old)) }
          : entry,
      ),
    }))
    show(step)
    if (!isThere(step)) return
    const { kind, relation } = step.edit
    if (kind === 'create') graph.apply({ entities: [], relations: [relation] })
    else {
      graph.remove({ edges: [relation.id] })
      view.forget(new Set(), new Set<EdgeId>([relation.id]))
    }
  }
  /** A token without the scope for one edit has it for none. */
  const learn = (failure: Failure | null): Failure | null => {
    if (failure?.kind === 'missing-scope' || failure?.kind === 'read-only') {
      store.setState({ readOnly: { ...readOnlyAt(profile), scopes: failure.scopes } })
    }
    return failure
  }
  const entryOf = (id: string) => store.getState().entries.find((entry) => entry.id === id) ?? null

  const begin = (id: string): void => {
    store.setState(({ running }) => ({ running: new Set(running).add(id) }))
    for (const step of entryOf(id)?.steps ?? []) show(step)
  }
  /** What was stopped before its turn is no ghost any longer. */
  const end = (id: string): void => {
    store.setState(({ running }) => ({
      running: new Set([...running].filter((one) => one !== id)),
    }))
    for (const step of entryOf(id)?.steps ?? []) {
      if (step.state === 'waiting') show({ ...step, state: 'refused' })
    }
  }
  const here = () => ({ profile: profile.id, workspace: workspace.store.getState().id })
  const follow = async (
    id: string,
    how: { retry: boolean; force: boolean },
  ): Promise<Failure | null> => {
    try {
      const events = await client.edit.run({ ...here(), page, entry: id, ...how })
      for await (const { calls, ...event } of events) {
        onCalls(calls)
        takeStep(id, event)
      }
      return null
    } catch (error) {
      return toFailure(error)
    }
  }
  const run = async (
    id: string,
    { retry = false, force = false }: { retry?: boolean; force?: boolean },
  ): Promise<Outcome> => {
    begin(id)
    const failure = await follow(id, { retry, force })
    end(id)
    const entry = entryOf(id)
    const wrong = entry?.steps.find((step) => step.failure !== undefined)?.failure ?? null
    return { entry, failure: learn(failure ?? wrong) }
  }
  return {
    run,
    takeStep,
    /** What was not sent stays unsent; the run tells what is on its way, and ends by itself. */
    stop: (id: string): void => void attempt(client.edit.stop({ ...here(), entry: id })),
    /** Reads the server back for what nobody knows of; the failure where that cannot be done. */
    resolve: async (only: { entry?: string; at?: number } = {}): Promise<Failure | null> => {
      const answer = await attempt(client.edit.resolve({ ...here(), ...only }))
      if (!answer.ok) return answer.failure
      for (const { entry, ...event } of answer.value) takeStep(entry, event)
      return null
    },
  }
}
