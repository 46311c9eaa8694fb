import { characterEntities } from 'character-entities'
import { SaxesParser } from 'saxes'
import type { Home, Markup } from './model'
import { MarkupReader } from './markup-reader'

/**
 * Reads what a body in storage format names. The format is XML with undeclared prefixes and the
 * entities of HTML; an HTML reader is wrong for it, since `link` is an empty element there. CDATA
 * and comments are text. Torn markup gives what stood before and after the tear. `pause` is called
 * between pieces of a long body, so that whoever reads many can let others have their turn.
 */
export async function readStorage(
  body: string,
  home: Home,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Markup> {
  const reader = new MarkupReader(home)
  const parser = new SaxesParser({ fragment: true, position: false, xmlns: false })
  parser.ENTITIES = { ...characterEntities, ...parser.ENTITIES }
  let torn = false
  parser.on('error', () => {
    torn = true
  })
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes))
  parser.on('closetag', ({ name }) => reader.close(name))
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  for (let at = 0; at < body.length; at += piece) {
    await pause()
    parser.write(body.slice(at, at + piece))
  }
  parser.close()
  return { marks: reader.end(), torn }
}

/** Letters that are read in one go; well below a hundredth of a second. */
const piece = 65_536
