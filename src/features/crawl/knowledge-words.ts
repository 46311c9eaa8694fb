import { endsLacking, type QueryRecord } from '@shared/crawl'

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
