import type { WorkspaceMove } from '@shared/workspace'

/** Where the work in a file went on of which another program took hold. */
export type Moves = ReturnType<typeof createMoves>

export function createMoves() {
  const moves = new Map<string, WorkspaceMove>()
  const listeners = new Set<() => void>()
  return {
    add: (move: WorkspaceMove): void => {
      for (const [name, old] of moves)
        if (old.to === move.from) moves.set(name, { ...old, to: move.to })
      moves.set(move.from, move)
      for (const listen of listeners) listen()
    },
    of: (id: string): WorkspaceMove | null => moves.get(id) ?? null,
    /** The name under which the work in a file goes on by now. */
    nowAt: (id: string): string => moves.get(id)?.to ?? id,
    /** Somebody wants the file of this name itself. */
    forget: (id: string): void => void moves.delete(id),
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
