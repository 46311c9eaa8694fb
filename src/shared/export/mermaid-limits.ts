import type { Drawn } from './model'

/** Mermaid's own defaults `maxEdges` and `maxTextSize`, the latter in UTF-16 units. A page may allow more. */
const mostEdges = 500
const mostLetters = 50_000

/** Why Mermaid would show an error instead of this chart, with what to do; null where it draws it. */
export function mermaidWarning({ file }: Drawn, text: string): string | null {
  const over = [
    file.edges.length > mostEdges ? `${mostEdges} relations` : '',
    text.length > mostLetters ? `${mostLetters.toLocaleString('en')} letters` : '',
  ].filter((limit) => limit !== '')
  return over.length === 0
    ? null
    : `Mermaid draws at most ${over.join(' and ')} unless its page allows more. Choose a smaller part.`
}
