import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { ActKind, Entry } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { createListeners } from '@shared/listeners'
import type { Present } from '@shared/workspace'
import { createJournalOrder } from './journal-order'
import { readOnlyAt } from './read-only'
import type { EditState } from './state'

type Options = {
  readonly profile: Profile
  /** The journal as it was, this start of the program, and why nothing may be changed, or null. */
  readonly opened: {
    readonly entries: readonly Entry[]
    readonly session: string
    readonly present: Present
    readonly readOnly: Failure | null
  }
  /** This opening of the workspace. */
  readonly page: string
}

/** What of an act is its own; the rest of its entry is the journal's. */
type Act = Pick<Entry, 'kind' | 'title'> & Partial<Pick<Entry, 'of' | 'steps' | 'view'>>

/**
 * The journal of a workspace, as this page has it. It is made before all stores, since what is done
 * to each of them is noted here; a workspace hears of it and keeps it.
 */
export function createJournal({ profile, opened, page }: Options) {
  const store = createStore<EditState>(() => ({
    pending: { kind: 'none' },
    recent: [],
    entries: opened.entries,
    running: new Set(),
    elsewhere: new Set(opened.present.running),
    pages: new Set(opened.present.pages),
    readOnly: opened.readOnly ?? (profile.access === 'read-only' ? readOnlyAt(profile) : null),
  }))
  const order = createJournalOrder(store, page)
  const viewActs = createListeners<[entry: Entry]>()
  const entryOf = (act: Act): Entry => ({
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    session: opened.session,
    page,
    person: profile.account.name,
    of: null,
    steps: [],
    view: null,
    ...act,
  })
  return {
    ...order,
    store,
    session: opened.session,
    entryOf,
    /** Notes an act on the view, which no server need hear of; gives the entry's id. */
    noteView: (kind: ActKind, title: string, view: Entry['view'], of: string | null = null) => {
      const entry = entryOf({ kind, title, of, view })
      order.note(entry)
      viewActs.tell(entry)
      return entry.id
    },
    /** Called with each act on the view. Returns how to stop listening. */
    onViewAct: viewActs.add,
  }
}
export type Journal = ReturnType<typeof createJournal>
