import type { WrittenRelation } from './model'

/** The macro and parameter in which something is named. */
export type Place = { readonly macro: string; readonly parameter: string }

const including = new Set(['include', 'excerpt-include'])

/** Macros that list the pages below one, and the parameter that names it. */
const listing = new Map([
  ['children', 'page'],
  ['pagetree', 'root'],
])

/** How the page relates to the page or blog post that a macro names. */
export function macroRelation({ macro, parameter }: Place): WrittenRelation {
  if (including.has(macro)) return 'includes'
  return listing.get(macro) === parameter ? 'lists-children-of' : 'link'
}

/** Whether the parameter may name its page in plain text, as `Title` or `KEY:Title`. */
export const namesInText = ({ macro, parameter }: Place): boolean =>
  including.has(macro) ? parameter === '' : listing.get(macro) === parameter
