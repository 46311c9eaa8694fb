import { addressTarget, decoded } from './address-target'
import { macroRelation, namesInText, type Place } from './macro-relation'
import { type Home, longestWords, type Mark, type Target } from './model'
import { type Attributes, pageTarget, resourceTarget } from './resource-target'

/** An open `ac:link` or `a`. */
type Link = {
  readonly element: string
  target: Target | null
  anchor: string | undefined
  words: string
}

type Parameter = { readonly place: Place; text: string; named: boolean }

const isMacro = (element: string) => element === 'ac:structured-macro' || element === 'ac:macro'

/** Gathers what the elements of a storage body name, as they open and close. */
export class MarkupReader {
  readonly #home: Home
  readonly #marks: Mark[] = []
  /** So many marks were asked for. */
  #told = 0
  readonly #macros: string[] = []
  readonly #parameters: Parameter[] = []
  readonly #links: Link[] = []
  /** The page that each open `ri:attachment` names its file on. */
  readonly #files: { on: Target | null }[] = []

  constructor(home: Home) {
    this.#home = home
  }

  open(element: string, attributes: Attributes): void {
    if (isMacro(element)) this.#openMacro(attributes['ac:name'] ?? '')
    else if (element === 'ac:parameter') this.#openParameter(attributes['ac:name'] ?? '')
    else if (element === 'ac:link' || element === 'a') this.#openLink(element, attributes)
    else if (element === 'ri:attachment') this.#files.push({ on: null })
    else {
      const target = resourceTarget(element, attributes)
      if (target !== null) this.#name(target)
    }
  }

  close(element: string): void {
    if (isMacro(element)) this.#macros.pop()
    else if (element === 'ac:parameter') this.#closeParameter()
    else if (element === this.#links.at(-1)?.element) this.#closeLink()
    else if (element === 'ri:attachment') this.#closeFile()
  }

  text(text: string): void {
    const link = this.#links.at(-1)
    if (link !== undefined) {
      if (link.words.length < longestWords * 4) link.words += text
      return
    }
    const parameter = this.#parameters.at(-1)
    if (parameter !== undefined) parameter.text += text
  }

  /** What was named since this was asked last. */
  taken(): readonly Mark[] {
    const fresh = this.#marks.slice(this.#told)
    this.#told = this.#marks.length
    return fresh
  }

  /** What the markup names; a link that was never closed counts all the same. */
  end(): readonly Mark[] {
    while (this.#links.length > 0) this.#closeLink()
    return this.#marks
  }

  #put(target: Target, about: Pick<Mark, 'words' | 'anchor'> = {}): void {
    const parameter = this.#parameters.at(-1)
    if (parameter !== undefined) parameter.named = true
    // In a macro a space is where a query looks, not something that is linked to.
    if (target.kind === 'space' && parameter !== undefined) return
    this.#marks.push({ relation: relationTo(target, parameter), target, ...about })
  }

  #name(target: Target): void {
    const [file, link] = [this.#files.at(-1), this.#links.at(-1)]
    if (file !== undefined) file.on = target
    else if (link !== undefined) link.target ??= target
    else this.#put(target)
  }

  #openMacro(name: string): void {
    this.#macros.push(name)
    if (name === 'jira') this.#put({ kind: 'none', why: 'jira' })
  }

  #openParameter(parameter: string): void {
    const place = { macro: this.#macros.at(-1) ?? '', parameter }
    this.#parameters.push({ place, text: '', named: false })
  }

  #closeParameter(): void {
    const parameter = this.#parameters.at(-1)
    if (parameter === undefined) return
    const text = parameter.text.trim()
    const isName = !parameter.named && text !== '' && namesInText(parameter.place)
    if (isName)
      this.#put(text.startsWith('@') ? pageTarget(text, undefined) : { kind: 'name', text })
    this.#parameters.pop()
  }

  #openLink(element: string, attributes: Attributes): void {
    const href = attributes['href']
    const led = element === 'a' && href !== undefined ? addressTarget(href, this.#home) : null
    const anchor = attributes['ac:anchor']
    this.#links.push({
      element,
      target: led?.target ?? null,
      anchor: anchor === undefined ? led?.anchor : decoded(anchor),
      words: '',
    })
  }

  #closeLink(): void {
    const link = this.#links.pop()
    // An `a` without an address is a place to lead to.
    if (link === undefined || (link.element === 'a' && link.target === null)) return
    const { anchor } = link
    const words = link.words.replace(/\s+/g, ' ').trim()
    const unnamed: Target = { kind: 'none', why: anchor === undefined ? 'empty' : 'own-page' }
    this.#put(link.target ?? unnamed, {
      ...(words !== '' && { words: shortened(words) }),
      ...(anchor !== undefined && { anchor }),
    })
  }

  #closeFile(): void {
    const { on } = this.#files.pop() ?? { on: null }
    if (on !== null && on.kind !== 'none')
      this.#marks.push({ relation: 'uses-file-of', target: on })
    const link = this.#links.at(-1)
    if (link !== undefined) link.target = { kind: 'none', why: 'own-page' }
  }
}

function relationTo(target: Target, parameter: Parameter | undefined): Mark['relation'] {
  if (target.kind === 'user') return 'mentions'
  return parameter === undefined ? 'link' : macroRelation(parameter.place)
}

/** By whole letters, so that no pair of halves is cut. */
function shortened(words: string): string {
  const letters = Array.from(words)
  return letters.length > longestWords ? `${letters.slice(0, longestWords - 1).join('')}…` : words
}
