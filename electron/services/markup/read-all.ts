import type { Markup, Reading } from './model'
import { readAdf } from './read-adf'
import { readStorage } from './read-storage'

/**
 * Reads bodies for what each of them names; null stands for one that did not come. `pause` is called
 * between them, and between the pieces of a long one.
 */
export async function readAll(
  bodies: readonly (string | null)[],
  { format, home }: Reading,
  pause: () => Promise<void>,
): Promise<(Markup | null)[]> {
  const read: (Markup | null)[] = []
  for (const body of bodies) {
    await pause()
    if (body === null) read.push(null)
    else if (format === 'storage') read.push(await readStorage(body, home, pause))
    else read.push(readAdf(body, home))
  }
  return read
}
