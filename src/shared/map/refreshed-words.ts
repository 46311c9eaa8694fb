import { counted } from '../text'
import type { GonePage, PageChange, Refreshed } from './model'

const changeWords: readonly (readonly [PageChange, string])[] = [
  ['new', 'new'],
  ['edited', 'edited'],
  ['renamed', 'renamed'],
  ['moved', 'moved'],
  ['status', 'archived or taken back'],
]
const goneWords: readonly (readonly [GonePage['why'], string])[] = [
  ['trashed', 'in the trash'],
  ['elsewhere', 'in another space'],
  ['not-seen', 'deleted or hidden'],
]

/** What a refresh has found, and what it could not find, a sentence each. */
export function refreshedWords({ mode, changed, gone }: Refreshed): string[] {
  const parts = [
    ...changeWords.map(([what, words]) => {
      const count = changed.filter((one) => one.what.includes(what)).length
      return count === 0 ? [] : [`${count.toLocaleString('en')} ${words}`]
    }),
    ...goneWords.map(([why, words]) => {
      const count = gone.filter((one) => one.why === why).length
      return count === 0 ? [] : [`${count.toLocaleString('en')} now ${words}`]
    }),
  ].flat()
  const count = changed.length + gone.length
  const found =
    count === 0 ? 'No page has changed.' : `${counted(count, 'page')} changed: ${parts.join(', ')}.`
  return mode === 'reconcile' ? [found] : [found, quickGap]
}

const quickGap =
  'Pages that were deleted, hidden, or moved without a new version, and changes beyond the mapped spaces are found by Reconcile only.'
