import { isNamedByTitle, type Unresolved } from '@shared/graph'

/** How many titles the site can be asked for, each once however many pages name it. */
export const titlesToCheck = (unresolved: readonly Unresolved[] | null): number =>
  new Set(
    (unresolved ?? []).flatMap((one) =>
      one.state !== 'ambiguous' && isNamedByTitle(one) ? [one.names] : [],
    ),
  ).size
