export { Legend, TypeShape } from './legend'
export { RelationLine } from './relation-line'
