import { dateOf, type Filter } from '@shared/filter'
import { entityTitles } from '@shared/graph'
import { agree, counted, dayWords, quoted } from '@shared/text'
import { knowledgeWords } from '../crawl'
import type { ViewState } from './view-state'

type Filtering = Pick<ViewState, 'filter' | 'hiddenRelations' | 'onlyState'>

/** So many names are told one by one. */
const most = 3

/** What a filter lets through, for a history: “Filtered: without “link”, titles with “on-call”.” */
export function filterWords({ filter, hiddenRelations, onlyState }: Filtering): string {
  const types = filter.offTypes.map((type) => entityTitles[type].one.toLowerCase())
  const spaces = filter.offSpaces.map((key) => (key === '' ? 'no space' : `space ${quoted(key)}`))
  const without = [
    ...named([...hiddenRelations].map(quoted), 'relation name'),
    ...named(types, 'type'),
    ...named(spaces, 'space'),
    // People are known by their account here, which says nothing to anybody.
    ...(filter.offPeople.length === 0 ? [] : [`the relations of ${people(filter.offPeople)}`]),
  ]
  const parts = [
    ...(without.length === 0 ? [] : [`without ${without.join(', ')}`]),
    ...(onlyState === null ? [] : [`only what is ${knowledgeWords[onlyState].word}`]),
    ...(filter.text.trim() === '' ? [] : [`titles with ${quoted(filter.text.trim())}`]),
    ...degreeWords(filter),
    ...daysWords(filter),
  ]
  const rest = filter.mode === 'hide' ? 'hidden' : 'dimmed'
  return parts.length === 0
    ? 'Filtered nothing any more.'
    : `Filtered: ${parts.join(', ')}; the rest is ${rest}.`
}

const named = (names: readonly string[], what: string): string[] =>
  names.length > most ? [counted(names.length, what)] : [...names]

const people = (keys: readonly string[]): string =>
  agree(keys.length, 'one person', `${keys.length} people`)

function degreeWords({ minDegree, maxDegree }: Filter): string[] {
  if (maxDegree === null)
    return minDegree === 0 ? [] : [`at least ${counted(minDegree, 'relation')}`]
  return minDegree === 0
    ? [`at most ${counted(maxDegree, 'relation')}`]
    : [`${minDegree} to ${counted(maxDegree, 'relation')}`]
}

const day = (at: number): string => dayWords(dateOf(at))

const daysWords = ({ days }: Filter): string[] =>
  days === null ? [] : [`made from ${day(days.from)} to ${day(days.to)}`]
