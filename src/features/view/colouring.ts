import type { Colouring } from '@shared/workspace'

/** By what nodes can be coloured, in words. */
export const colouringWords: Readonly<Record<Colouring, string>> = {
  type: 'type',
  space: 'space',
  section: 'section',
  age: 'last change',
  knowledge: 'what is known',
}
