import type { Colouring, Sizing } from '@shared/workspace'

/** By what nodes can be coloured, in words. */
export const colouringWords: Readonly<Record<Colouring, string>> = {
  type: 'type',
  space: 'space',
  section: 'section',
  community: 'community',
  age: 'last change',
  knowledge: 'what is known',
}

/** What makes nodes large, in words. */
export const sizingWords: Readonly<Record<Sizing, string>> = {
  relations: 'relations',
  importance: 'importance',
}
