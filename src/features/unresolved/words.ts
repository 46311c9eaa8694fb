import type { Unresolved } from '@shared/graph'

/** Why something that is named leads nowhere; never that it is broken, since it may be hidden. */
export const stateWords: Readonly<Record<Unresolved['state'], string>> = {
  'not-seen': 'nothing that you can see',
  ambiguous: 'several have this name',
  'not-checked': 'not looked for',
}
