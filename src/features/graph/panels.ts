export { useGraph } from './use-graph'
