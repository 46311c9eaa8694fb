export { GraphDetails } from './graph-details'
export { NodeDetails } from './node-details'
export { RelationDetails } from './relation-details'
