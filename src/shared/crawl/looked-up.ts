import { type Entity, type NodeId, refOf, unknownEntity } from '../graph'
import type { LookedUp } from './model'

/** Asked for by its id, and Confluence does not have it or hides it. */
const missingEntity = (id: NodeId): Entity => ({ ...unknownEntity(id), status: 'missing' })

/** Asked for by an id that is not the site's own, under which it stands beside it. */
const otherSpelling = ({ asked, own }: LookedUp['spelt'][number]): Entity => ({
  ...missingEntity(asked),
  title: `${refOf(asked).key} (spelt ${refOf(own).key} on this site)`,
})

/** What a look-up tells of nodes, also of those that are not there. */
export const nodesLookedUp = ({
  entities,
  missing,
  spelt,
}: Pick<LookedUp, 'entities' | 'missing' | 'spelt'>): Entity[] => [
  ...entities,
  ...missing.map(missingEntity),
  ...spelt.map(otherSpelling),
]
