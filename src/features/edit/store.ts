import type { ActKind, Step } from '@shared/edit'
import type { Entity, NodeId, Relation } from '@shared/graph'
import { refOf } from '@shared/graph'
import { attempt } from '../../transport'
import { createSender } from './send'
import type { EditOptions } from './edit-options'
import type { Ends, Outcome, Pending } from './state'

export type Wanted = {
  readonly kind: ActKind
  readonly title: string
  readonly steps: readonly Step[]
  readonly of?: string
  /** Told the entry's id once it is in the journal, before anything is sent. */
  readonly onBegun?: (entry: string) => void
}

/** Changes relations at the server, each through the journal; the picture follows what it said. */
export function createEditStore(options: EditOptions) {
  const { client, profile, graph, workspace, journal, page, onCalls } = options
  const { store } = journal
  const close = () => store.setState({ pending: { kind: 'none' } })
  const runner = createSender(options)

  /** Writes an act down, sends it, and says how it came out. */
  const perform = async ({ kind, title, steps, of, onBegun }: Wanted): Promise<Outcome> => {
    const { readOnly } = store.getState()
    if (readOnly !== null) return { entry: null, failure: readOnly }
    const entry = journal.entryOf({ kind, title, of: of ?? null, steps: [...steps] })
    await workspace.flush()
    const at = { profile: profile.id, workspace: workspace.store.getState().id }
    const begun = await attempt(client.edit.begin({ ...at, page, entry }))
    if (!begun.ok) return { entry: null, failure: begun.failure }
    journal.note(entry)
    onBegun?.(entry.id)
    return runner.run(entry.id, {})
  }

  /** Who made a relation and when, asked where a find did not say it. */
  const look = async (relation: Relation): Promise<void> => {
    if (relation.createdBy !== undefined) return
    const result = await attempt(
      client.remote.get({
        profile: profile.id,
        relation: relation.relation,
        source: refOf(relation.source),
        target: refOf(relation.target),
        expand: ['relationData'],
      }),
    )
    if (!result.ok) return
    onCalls(result.value.calls)
    if (result.value.relation !== null) {
      graph.apply({ entities: [], relations: [result.value.relation] })
    }
  }

  return {
    store,
    session: journal.session,
    perform,
    run: runner.run,
    takeStep: runner.takeStep,
    placed: journal.placed,
    replaced: journal.replaced,
    present: journal.present,
    isMine: journal.isMine,
    stop: runner.stop,
    noteView: journal.noteView,
    look,
    close,
    /** Reads the server back where nobody knows whether a change arrived. */
    resolve: runner.resolve,
    used: (name: string) =>
      store.setState(({ recent }) => ({
        recent: [name, ...recent.filter((other) => other !== name)],
      })),
    ask: (pending: Pending) => store.setState({ pending }),
    connectFrom: (ends: readonly NodeId[], reverse = false) =>
      store.setState({ pending: { kind: 'target', ends, reverse } }),
    connect: (
      pairs: readonly Ends[],
      {
        at = null,
        brought = null,
      }: { at?: { x: number; y: number } | null; brought?: Entity | null },
    ) => store.setState({ pending: { kind: 'name', pairs, at, brought } }),
    flip: () =>
      store.setState(({ pending }) =>
        pending.kind === 'name'
          ? { pending: { ...pending, pairs: pending.pairs.map(turned) } }
          : {},
      ),
    askDelete: (relations: readonly Relation[]) =>
      store.setState({ pending: { kind: 'delete', relations } }),
  }
}
export type Edits = ReturnType<typeof createEditStore>

const turned = ({ source, target }: Ends): Ends => ({ source: target, target: source })
