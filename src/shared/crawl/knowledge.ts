import type { Entity, KnowledgeState, NodeId } from '../graph'

export type NodeStates = ReadonlyMap<NodeId, KnowledgeState>

/** What is known of a node that is drawn. */
export const knowledgeOf = (
  { id, status }: Pick<Entity, 'id' | 'status'>,
  states: NodeStates,
): KnowledgeState => (status === 'missing' ? 'gone' : (states.get(id) ?? 'not-asked'))

type Words = {
  /** One character that stands for the state where there is little room, without colour. */
  readonly glyph: string
  readonly word: string
  readonly meaning: string
}

/** What each state of knowledge is called, and what it means for who reads the picture. */
export const knowledgeWords: Readonly<Record<KnowledgeState, Words>> = {
  complete: { glyph: '✓', word: 'complete', meaning: 'Everything Confluence reports is here.' },
  'not-asked': { glyph: '?', word: 'not asked', meaning: 'Expand to see what is there.' },
  cut: { glyph: '≥', word: 'cut', meaning: 'Stopped at a limit; there may be more.' },
  forbidden: { glyph: '⊘', word: 'forbidden', meaning: 'You or your token may not see it.' },
  gone: { glyph: '×', word: 'gone', meaning: 'Confluence no longer has it, or hides it from you.' },
  'not-supported': {
    glyph: '–',
    word: 'not supported',
    meaning: 'Confluence cannot list this relation.',
  },
  failed: { glyph: '!', word: 'failed', meaning: 'It went wrong; asking again may help.' },
  stale: { glyph: '◷', word: 'stale', meaning: 'Complete, but asked more than a day ago.' },
}
