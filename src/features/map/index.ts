/** Mapping whole spaces: choosing them, the price, how far it is, what came. */
export { partRead } from './part-read'
export { isReadWhole } from './read-whole'
export { createMapStore, type Mapped, type MapModel } from './store'
export { endWords as mapEndWords } from './words'
