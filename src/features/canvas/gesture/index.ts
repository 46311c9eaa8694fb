/** Connecting by dragging from the ring round a node, whoever draws it. */
export { connectGesture, type Drop } from './connect-gesture'
export type { Body, Ground, Spot } from './ground'
