import { type Drawn, drawnWorkspace, workspaceOf } from '@shared/export'
import { firstView, unreadableWords, type WorkspaceState } from '@shared/workspace'
import { isWorkspaceFile, readWorkspaceFile } from '../services/workspace'
import { graphIn, standardInput, unreadable } from './graph-input'
import type { Io } from './io'

/** A graph that was read, as it was found and seen, and how it was left by who looked at it last. */
export type Source = Pick<WorkspaceState, 'batch' | 'places' | 'view' | 'words' | 'draft'> & {
  readonly drawn: Drawn
  /** What could not be read, in words; '' for nothing. */
  readonly leftOut: string
}

/** The graph of a workspace, or of a file or standard input that holds one. */
export async function graphFrom(path: string, version: string, io: Io): Promise<Source> {
  let isWorkspace: boolean
  try {
    isWorkspace = path !== standardInput && isWorkspaceFile(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  if (!isWorkspace) return converted(path, version, io)
  const kept = await readWorkspaceFile(path)
  const leftOut = unreadableWords(kept.unreadable)
  const drawn = drawnWorkspace(kept, version, new Date())
  const { batch, places, view, words, draft } = kept
  return { ...{ drawn, leftOut, batch, places }, view, words, draft }
}

/** A graph as JSON says nothing of how it was looked at: it is seen as when it is first opened. */
export async function converted(source: string, _: string, io: Io): Promise<Source> {
  const file = await graphIn(source, io)
  const { batch, places } = workspaceOf(file)
  const drawn = { file, looks: new Map() }
  return { ...{ drawn, leftOut: '', batch, places }, view: firstView, words: [], draft: [] }
}
