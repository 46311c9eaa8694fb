import type { Home, Mark } from './model'
import { MarkupReader } from './markup-reader'
import { parseStorage } from './storage-parser'

/** A link, macro or mention with the sentence in which it is written; empty where none is. */
export type InSentence = { readonly mark: Mark; readonly sentence: string }

/** Letters of a sentence that are told; of a longer one the part around the mark. */
const longest = 300

/** What begins a text of its own, so that no sentence goes on from one into the next. */
const blocks = new Set([
  ...['p', 'li', 'td', 'th', 'blockquote', 'div', 'pre', 'ac:rich-text-body', 'ac:task-body'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ac:layout-cell'],
])

type Block = { text: string; readonly marks: { readonly mark: Mark; readonly at: number }[] }

/** Reads a body in storage format once more, for the words that stand around what it names. */
export async function readSentences(
  body: string,
  home: Home,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly InSentence[]> {
  const gathering = new Gathering(home)
  await parseStorage(
    body,
    {
      open: (element, attributes) => gathering.open(element, attributes),
      close: (element) => gathering.close(element),
      text: (text) => gathering.text(text),
    },
    pause,
  )
  return gathering.end()
}

class Gathering {
  readonly #reader: MarkupReader
  readonly #open: Block[] = [{ text: '', marks: [] }]
  readonly #done: Block[] = []
  /** Parameters of macros and code are no part of what a reader reads. */
  #unread = 0

  constructor(home: Home) {
    this.#reader = new MarkupReader(home)
  }

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'ac:parameter') this.#unread += 1
    if (blocks.has(element)) this.#open.push({ text: '', marks: [] })
    if (element === 'br') this.#block().text += ' '
    this.#reader.open(element, attributes)
    this.#take()
  }

  close(element: string): void {
    this.#reader.close(element)
    this.#take()
    if (element === 'ac:parameter') this.#unread -= 1
    if (blocks.has(element) && this.#open.length > 1) this.#done.push(...this.#open.splice(-1))
  }

  text(text: string): void {
    this.#reader.text(text)
    if (this.#unread === 0) this.#block().text += text
  }

  end(): InSentence[] {
    this.#reader.end()
    this.#take()
    return [...this.#done, ...this.#open].flatMap(({ text, marks }) =>
      marks.map(({ mark, at }) => ({ mark, sentence: sentenceAt(text, at) })),
    )
  }

  #block(): Block {
    const block = this.#open.at(-1) ?? { text: '', marks: [] }
    if (this.#open.length === 0) this.#open.push(block)
    return block
  }

  /** What was named just now stands where the text has come to; a card shows its title. */
  #take(): void {
    for (const mark of this.#reader.taken()) {
      const block = this.#block()
      const { target, words } = mark
      const isShown = words !== undefined || mark.relation !== 'link'
      if (!isShown && 'title' in target) block.text += target.title
      block.marks.push({ mark, at: Math.max(0, block.text.length - 1) })
    }
  }
}

/** Rules for where sentences end are of every language; they need no name of one. */
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

function sentenceAt(text: string, at: number): string {
  const found = sentences.segment(text).containing(Math.min(at, text.length - 1))
  if (found === undefined) return ''
  const within = at - found.index
  return short(found.segment, within).replace(/\s+/g, ' ').trim()
}

/** By whole letters, with the mark in the middle where both sides are too long. */
function short(sentence: string, at: number): string {
  const letters = Array.from(sentence)
  if (letters.length <= longest) return sentence
  const middle = Array.from(sentence.slice(0, at)).length
  const from = Math.max(0, Math.min(middle - longest / 2, letters.length - longest))
  const part = letters.slice(from, from + longest).join('')
  return `${from > 0 ? '…' : ''}${part}${from + longest < letters.length ? '…' : ''}`
}
