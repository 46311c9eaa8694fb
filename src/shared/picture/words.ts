import type { Entity, NodeId, Relation } from '../graph'
import type { Fold } from './fold'
import { foldLabel } from './fold-label'
import { shortTitle } from './short-title'
import type { Standing } from './standing'
import type { Tint } from './tints'

/** What things are called in the picture. */
export type Naming = {
  readonly title: (entity: Entity) => string
  readonly relation: (name: string) => string
  /** A group, by its name and the node that stands for it. */
  readonly group: (name: string, shown: NodeId) => string
  /** What nodes of one colour have in common. */
  readonly tint: (tint: Tint) => string
}

/** As at Confluence. */
export const plainNaming: Naming = {
  title: ({ title }) => title,
  relation: (name) => name,
  group: (name) => name,
  tint: ({ name }) => name,
}

/** What is written at a node, where something is. */
export function nodeText(entity: Entity, { stacks }: Standing, naming = plainNaming): string {
  const fold = stacks.get(entity.id)
  return fold === undefined ? shortTitle(naming.title(entity)) : foldText(fold, naming)
}

/** What is written along a line, where something is. */
export function lineText(
  { id, relation }: Relation,
  { stacks }: Standing,
  naming = plainNaming,
): string {
  const fold = stacks.get(id)
  return fold === undefined ? naming.relation(relation) : foldText(fold, naming)
}

function foldText(fold: Fold, naming: Naming): string {
  switch (fold.kind) {
    case 'leaves':
      return foldLabel({ ...fold, relation: naming.relation(fold.relation) })
    case 'group':
      // How many it has must not be cut off.
      return foldLabel({ ...fold, name: shortTitle(naming.group(fold.name, fold.shown), 36) })
    case 'relations':
      return foldLabel(fold)
  }
}
