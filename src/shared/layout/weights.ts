/** How much a relation draws its ends together, by its name; of any other name it is 1. */
const weights: Readonly<Record<string, number>> = {
  includes: 1.5,
  // Every page has one, so that at full weight the tree would be all that is seen.
  'child-of': 0.1,
  'lists-children-of': 0.1,
  mentions: 0.1,
}

export const weightOf = (relation: string): number => weights[relation] ?? 1
