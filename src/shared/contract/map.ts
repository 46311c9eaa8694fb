import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Entity } from '../graph'
import {
  ContentId,
  InSentence,
  MapEvent,
  MapKept,
  MapWanted,
  PageKind,
  RefreshMode,
  SpaceKey,
} from '../map'
import { WorkspaceId } from '../workspace'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })
const onRun = onProfile.extend({ workspace: WorkspaceId })

/** Maps of whole spaces; one at a time in a workspace. */
export const mapContract = {
  /** Every space that the person can see; `more` where that is not all of them. */
  spaces: failing
    .input(onProfile)
    .output(z.object({ spaces: z.array(Entity), more: z.boolean(), calls: z.int() })),
  /** About how many pages and blog posts these spaces have; null where the site does not say. */
  count: failing
    .input(onProfile.extend({ spaces: z.array(SpaceKey).min(1).max(5_000) }))
    .output(z.object({ pages: z.int().nullable(), calls: z.int() })),
  /** Reads whole spaces, tells what is found as it comes, and ends with a summary. */
  run: failing.input(onRun.extend(MapWanted.shape)).output(eventIterator(MapEvent)),
  /** What a workspace keeps of its map; null where nothing was mapped. */
  kept: failing.input(onRun).output(MapKept.nullable()),
  /**
   * Brings what is mapped up to date: asks what has changed, reads that alone, and tells what differs.
   * `reconcile` lists all rows, and so finds what is gone or was moved.
   */
  refresh: failing.input(onRun.extend({ mode: RefreshMode })).output(eventIterator(MapEvent)),
  /**
   * Asks for at most so many of the titles that pages name and nobody saw, one call each, and tells
   * what they lead to.
   */
  checkTitles: failing
    .input(onRun.extend({ most: z.int().min(1).max(100_000) }))
    .output(eventIterator(MapEvent)),
  /** Goes on with the map that the workspace keeps, or with its refresh: what was read is told, and not asked again. */
  goOn: failing.input(onRun).output(eventIterator(MapEvent)),
  /**
   * The sentences around what one page names, from its body as it is now. Nothing of it is kept.
   */
  sentences: failing
    .input(onRun.extend({ page: ContentId, kind: PageKind, space: SpaceKey }))
    .output(z.object({ found: z.array(InSentence), calls: z.int() })),
  /** Lets no call of a running map begin; lets them begin again; or ends it, and `run` tells what came. */
  steer: failing.input(onRun.extend({ act: z.enum(['pause', 'resume', 'stop']) })).output(z.null()),
}
