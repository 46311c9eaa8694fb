import type { Mark, Target } from './model'

const isOwnPage = ({ target }: Mark) =>
  target.kind === 'none' && (target.why === 'own-page' || target.why === 'empty')

/** What a reader can press: the two formats have these in one order. */
const pressable = (marks: readonly Mark[]) =>
  marks.filter((mark) => mark.relation === 'link' && !isOwnPage(mark))

/**
 * Storage names pages by title, the document format by id, and both have their links in the same
 * order. Gives the id for each mark of storage that has one there; null where the two do not agree,
 * so that nothing may be told from the order.
 */
export function pairById(
  storage: readonly Mark[],
  adf: readonly Mark[],
): ReadonlyMap<Mark, Target> | null {
  const [written, resolved] = [pressable(storage), pressable(adf)]
  if (written.length !== resolved.length) return null
  const pairs = new Map<Mark, Target>()
  for (const [at, mark] of written.entries()) {
    const { target } = resolved[at] ?? {}
    if (target?.kind !== 'content') continue
    // Where storage knows an id too, the two have to agree, or the order is not the same.
    if (mark.target.kind === 'content' && mark.target.id !== target.id) return null
    pairs.set(mark, target)
  }
  return pairs
}
