export { Legend, TypeShape } from './legend'
export { RelationLine } from './relation-line'
export { useTheme } from './use-theme'
