import { z } from 'zod'
import { failing } from './failing'

/** Which of the two shells carries the host; both offer the same methods. */
export const ShellInfo = z.object({
  shell: z.enum(['electron', 'loopback']),
  version: z.string(),
})
export type ShellInfo = z.infer<typeof ShellInfo>

export const shellContract = {
  info: failing.output(ShellInfo),
}
