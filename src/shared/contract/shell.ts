import { z } from 'zod'
import { failing } from './failing'

/** Which of the two shells carries the host; both offer the same methods. */
export const ShellInfo = z.object({
  shell: z.enum(['electron', 'loopback']),
  version: z.string(),
  /** Whether no workspace was there when the program started: nobody has used it yet. */
  firstStart: z.boolean(),
})
export type ShellInfo = z.infer<typeof ShellInfo>

export const shellContract = {
  info: failing.output(ShellInfo),
}
