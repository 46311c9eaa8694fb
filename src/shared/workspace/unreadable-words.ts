import type { Unreadable } from './model'

const words: Readonly<Record<Unreadable['part'], readonly [one: string, many: string]>> = {
  nodes: ['node', 'nodes'],
  relations: ['relation', 'relations'],
  questions: ['question', 'questions'],
  places: ['place in the picture', 'places in the picture'],
  view: ['part of the view', 'parts of the view'],
  crawl: ['part of the crawl form', 'parts of the crawl form'],
  draft: ['line of the draft', 'lines of the draft'],
  names: ['relation name', 'relation names'],
  acts: ['act of the journal', 'acts of the journal'],
  snapshots: ['snapshot', 'snapshots'],
  map: ['row of the map', 'rows of the map'],
}

/** What was left out of a file, as the rest of a sentence: “2 nodes, 1 snapshot”; '' for nothing. */
export const unreadableWords = (list: readonly Unreadable[]): string =>
  list.map(({ part, rows }) => `${rows} ${words[part][rows === 1 ? 0 : 1]}`).join(', ')
