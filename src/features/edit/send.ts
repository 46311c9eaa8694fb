import type { StoreApi } from 'zustand/vanilla'
import { isThere, type Step } from '@shared/edit'
import type { Failure } from '@shared/failure'
import type { EdgeId } from '@shared/graph'
import { attempt, toFailure } from '../../transport'
import { readOnlyAt } from './read-only'
import type { EditOptions, EditState, Outcome } from './state'

const has = new Set<Step['state']>(['waiting', 'sent'])

/** Sends the steps of an entry and follows them. */
export function createSender(
  { client, profile, graph, view, workspace, onCalls }: EditOptions,
  store: StoreApi<EditState>,
) {
  const stops = new Map<string, AbortController>()

  const show = ({ edit: { kind, relation }, state }: Step): void => {
    if (kind === 'create') view.setGhost(relation, has.has(state))
    else view.setLeaving(relation.id, has.has(state))
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

  const begin = (id: string, stop: AbortController): void => {
    stops.set(id, stop)
    store.setState(({ running }) => ({ running: new Set(running).add(id) }))
    for (const step of entryOf(id)?.steps ?? []) show(step)
  }
  /** What was stopped before its turn is no ghost any longer. */
  const end = (id: string): void => {
    stops.delete(id)
    store.setState(({ running }) => ({
      running: new Set([...running].filter((one) => one !== id)),
    }))
    for (const step of entryOf(id)?.steps ?? []) {
      if (step.state === 'waiting') show({ ...step, state: 'refused' })
    }
  }
  const follow = async (
    id: string,
    how: { retry: boolean; force: boolean },
    stop: AbortController,
  ): Promise<Failure | null> => {
    try {
      const at = { profile: profile.id, workspace: workspace.store.getState().id }
      const events = await client.edit.run({ ...at, entry: id, ...how }, stop)
      for await (const { at: place, step, calls } of events) {
        onCalls(calls)
        take(id, place, step)
      }
      return null
    } catch (error) {
      return stop.signal.aborted ? null : toFailure(error)
    }
  }
  const run = async (
    id: string,
    { retry = false, force = false }: { retry?: boolean; force?: boolean },
  ): Promise<Outcome> => {
    const stop = new AbortController()
    begin(id, stop)
    const failure = await follow(id, { retry, force }, stop)
    end(id)
    const entry = entryOf(id)
    const wrong = entry?.steps.find((step) => step.failure !== undefined)?.failure ?? null
    return { entry, failure: learn(failure ?? wrong) }
  }
  return {
    run,
    stop: (id: string) => stops.get(id)?.abort(),
    resolve: async (): Promise<Failure | null> => {
      const at = { profile: profile.id, workspace: workspace.store.getState().id }
      const answer = await attempt(client.edit.resolve(at))
      if (!answer.ok) return answer.failure
      for (const { entry, at: place, step } of answer.value) take(entry, place, step)
      return null
    },
  }
}
