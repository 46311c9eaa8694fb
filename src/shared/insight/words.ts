import type { InsightKind } from './model'

type Words = { readonly title: string; readonly meaning: string }

/** What each kind is called, and what it means for who reads the picture. */
export const insightWords: Readonly<Record<InsightKind, Words>> = {
  hubs: {
    title: 'Hubs',
    meaning:
      'Related to at least five others, and to three times as many as is usual here. A change there concerns many.',
  },
  bridges: {
    title: 'Bridges',
    meaning:
      'The only relation between two parts of at least two nodes each. Without it they fall apart.',
  },
  joints: {
    title: 'Joints',
    meaning: 'Nodes that hold parts together: were one deleted, those parts would fall apart.',
  },
  orphans: {
    title: 'Orphans',
    meaning:
      'Asked by the relations that were followed, answered in full, and nothing was found. What was not asked is never listed here.',
  },
  cycles: {
    title: 'Cycles',
    meaning:
      'Following one relation name along its arrows leads back to where it began. A name that mostly goes both ways counts only where it does not.',
  },
  'one-way': {
    title: 'One-way pairs',
    meaning:
      'The way back was asked for and is not there, although most pairs with this relation have it both ways.',
  },
  components: {
    title: 'Separate parts',
    meaning:
      'Parts with no relation between them, as far as it was asked. A single part is not listed.',
  },
  communities: {
    title: 'Communities',
    meaning:
      'Nodes that are related more to each other than to the rest; each is named after its most related node.',
  },
}
