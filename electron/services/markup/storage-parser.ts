import { characterEntities } from 'character-entities'
import { type SaxesOptions, SaxesParser } from 'saxes'

const options = { fragment: true, position: false, xmlns: false } as const satisfies SaxesOptions

/** Those of HTML, and the five of XML; made once, since there are over two thousand. */
const entities = { ...characterEntities, ...new SaxesParser(options).ENTITIES }

/** Letters that are read in one go; well below a hundredth of a second. */
const piece = 65_536

/** What is told of a body in storage format as it is read. */
export type Heard = {
  readonly open: (element: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (element: string) => void
  readonly text: (text: string) => void
}

/**
 * Reads a body in storage format, which is XML with undeclared prefixes and the entities of HTML; an
 * HTML reader is wrong for it, since `link` is an empty element there. CDATA is text, comments are
 * nothing. Gives whether its markup is torn; what stood before and after the tear is told. `pause` is
 * called between pieces of a long body, so that whoever reads many can let others have their turn.
 */
export async function parseStorage(
  body: string,
  { open, close, text }: Heard,
  pause: () => Promise<void>,
): Promise<boolean> {
  const parser = new SaxesParser(options)
  parser.ENTITIES = entities
  let torn = false
  parser.on('error', () => {
    torn = true
  })
  parser.on('opentag', ({ name, attributes }) => open(name, attributes))
  parser.on('closetag', ({ name }) => close(name))
  parser.on('text', text)
  parser.on('cdata', text)
  for (let at = 0; at < body.length; at += piece) {
    await pause()
    parser.write(body.slice(at, at + piece))
  }
  parser.close()
  return torn
}
