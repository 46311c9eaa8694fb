import { useEffect, useState } from 'react'
import { parseStart } from '@shared/crawl'
import type { Searched } from '@shared/contract'
import type { Failure } from '@shared/failure'
import type { Finder } from './finder'

/** What typing leads to: titles to pick from, or one address to open. */
export type SearchState =
  | { kind: 'empty' }
  | { kind: 'address'; text: string }
  | { kind: 'searching' }
  | { kind: 'found'; searched: Searched }
  | { kind: 'failed'; failure: Failure }

const pause = 180
const shortest = 2

/** Searches the site for words as they are typed; an address is understood without any call. */
export function useEntitySearch(finder: Finder, text: string): SearchState {
  const [answer, setAnswer] = useState<{ text: string; state: SearchState } | null>(null)
  const typed = text.trim()
  const words = typed === '' ? null : wordsOf(typed, finder.site)

  useEffect(() => {
    if (words === null || 'kind' in words) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void finder.search(words.words, abort.signal).then((result) => {
        if (abort.signal.aborted) return
        setAnswer({
          text: words.words,
          state: result.ok
            ? { kind: 'found', searched: result.value }
            : { kind: 'failed', failure: result.failure },
        })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
    // `words` is made from these two.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [finder, typed])

  if (words === null) return { kind: 'empty' }
  if ('kind' in words) return words
  return answer?.text === words.words ? answer.state : { kind: 'searching' }
}

function wordsOf(text: string, site: string): SearchState | { words: string } {
  const parsed = parseStart(text, site)
  if (!parsed.ok) return { kind: 'failed', failure: parsed.failure }
  if (parsed.target.kind !== 'words') return { kind: 'address', text }
  return parsed.target.text.length < shortest ? { kind: 'empty' } : { words: parsed.target.text }
}
