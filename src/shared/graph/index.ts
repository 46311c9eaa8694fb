/** The graph as a value: entities, relations, identity, merge. Knows no server and no picture. */
export {
  Batch,
  EdgeId,
  Entity,
  EntityRef,
  EntityType,
  entityTypes,
  KnowledgeState,
  knowledgeStates,
  NodeId,
  Person,
  Relation,
} from './model'
export { entityTitles, entityWords, subtypeWord } from './entity-words'
export {
  edgeId,
  endsOf,
  nodeId,
  refOf,
  relationIn,
  relationOf,
  unknownEntity,
  writtenRelation,
} from './identity'
export { isNamedByTitle, namedInWords, namingVerb, Unresolved } from './unresolved'
export {
  better,
  betterRelation,
  type Delta,
  emptyGraph,
  type Graph,
  merge,
  neighbourhood,
  relationsAt,
  remove,
} from './graph'
export { spaceKeyOf, spaceNames, spaceWord } from './space-of'
export { ownAddress } from './own-address'
export { nodesWithin, type Path, pathsBetween } from './paths'
export { fromOutside, GraphFile, toGraphFile } from './graph-file'
export { compareGraphs, type GraphDiff } from './compare'
export { describeDiff, describeGroups, GraphDiffFile, toDiffFile } from './compare-file'
