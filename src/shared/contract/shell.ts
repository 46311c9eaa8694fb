import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { WorkspaceId } from '../workspace'
import { failing } from './failing'

/** How a person wants the program, whatever site is open. */
export const Settings = z.object({
  /** Whether single letters, digits and signs do acts. */
  singleKeys: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
})
export type Settings = z.infer<typeof Settings>

/** What a person chooses anew; what is left out stays as it was. */
export const SettingsChange = Settings.partial()
export type SettingsChange = z.infer<typeof SettingsChange>

/** What a page has open, of a site that is there at the next start. */
export const LastSession = z.object({
  profile: z.string().min(1).max(200),
  workspace: WorkspaceId,
})
export type LastSession = z.infer<typeof LastSession>

/** Which of the two shells carries the host; both offer the same methods. */
export const ShellInfo = z.object({
  shell: z.enum(['electron', 'loopback']),
  version: z.string(),
  /** Whether no workspace was there when the program started: nobody has used it yet. */
  firstStart: z.boolean(),
  settings: Settings,
})
export type ShellInfo = z.infer<typeof ShellInfo>

/** An act of the page, as a menu of the platform shows it. */
export const MenuAct = z.object({
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(1_000),
  /** The menu it stands in. */
  group: z.string().min(1).max(60),
  /** Such as `Ctrl+Z`. */
  keys: z.string().max(40).nullable(),
  enabled: z.boolean(),
})
export type MenuAct = z.infer<typeof MenuAct>

/** How far long work is; `part` is null where nobody knows how much there is. */
export const ShellProgress = z.object({
  part: z.number().min(0).max(1).nullable(),
  isRunning: z.boolean(),
  isPaused: z.boolean(),
})
export type ShellProgress = z.infer<typeof ShellProgress>

/** What a person is told who looks at something else. */
export const ShellNotice = z.object({
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(1_000),
})
export type ShellNotice = z.infer<typeof ShellNotice>

/** A file that a person opened with the program. */
export const HandedFile = z.object({
  name: z.string(),
  /** A copy of it that can be taken in as a workspace; null where it could not be read. */
  upload: z.uuid().nullable(),
  /** Of a file that is one of the program's own: the workspace that it is. */
  workspace: WorkspaceId.nullable(),
})
export type HandedFile = z.infer<typeof HandedFile>

export const shellContract = {
  info: failing.output(ShellInfo),
  /** Keeps it for the next start. */
  keepSettings: failing.input(SettingsChange).output(z.null()),
  /** What was open when the program ended, given to the first page of a start; null for any other. */
  takeLastSession: failing.output(LastSession.nullable()),
  /** Keeps what is open for the next start; null where nothing is that can come back. */
  keepLastSession: failing.input(z.object({ open: LastSession.nullable() })).output(z.null()),
  /** Files that a person opens with the program, each told to one page. */
  files: failing.output(eventIterator(HandedFile)),
  /** Shows how far long work is at the window, where the shell has one; a tab has its title. */
  progress: failing.input(ShellProgress).output(z.null()),
  /** Tells a person who looks at something else, where the shell can. */
  notify: failing.input(ShellNotice).output(z.null()),
  /**
   * Shows acts in the menu of the program, where the shell has one, until the call is ended, and
   * tells which was picked. The page offers all of them itself.
   */
  menu: failing
    .input(z.object({ acts: z.array(MenuAct).max(200) }))
    .output(eventIterator(z.object({ id: z.string() }))),
}
