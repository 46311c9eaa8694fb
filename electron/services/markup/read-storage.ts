import { MarkupReader } from './markup-reader'
import type { Home, Markup } from './model'
import { parseStorage } from './storage-parser'

/** Reads what a body in storage format names. */
export async function readStorage(
  body: string,
  home: Home,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Markup> {
  const reader = new MarkupReader(home)
  const torn = await parseStorage(
    body,
    {
      open: (element, attributes) => reader.open(element, attributes),
      close: (element) => reader.close(element),
      text: (text) => reader.text(text),
    },
    pause,
  )
  return { marks: reader.end(), torn }
}
