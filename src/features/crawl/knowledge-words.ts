import type { KnowledgeState } from '@shared/graph'
import { endsLacking, type QueryRecord } from '@shared/crawl'

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

const cutWords: Readonly<Record<NonNullable<QueryRecord['why']>, string>> = {
  'nodes-budget': 'Cut by the limit of nodes.',
  'calls-budget': 'Cut by the limit of calls.',
  stopped: 'The crawl was stopped before this was answered.',
  'broken-off': 'The crawl broke off before this was answered.',
  unidentified: 'Confluence did not name the source or target of some.',
  paging: 'Confluence gave the same page again, so the rest was not asked for.',
}

export const cutSentence = ({ why, unidentified = 0 }: QueryRecord): string =>
  why === 'unidentified' && unidentified > 0
    ? endsLacking(unidentified)
    : cutWords[why ?? 'stopped']

/** `12`, or `at least 12` where more may be there. */
export const atLeast = (count: number, mayBeMore: boolean): string =>
  mayBeMore ? `at least ${count.toLocaleString('en')}` : count.toLocaleString('en')
