import { z } from 'zod'
import { NodeId } from './model'

/**
 * Something that a page names and that leads to no node. It is never called broken: what is hidden
 * from the person looks the same as what is gone.
 */
export const Unresolved = z.object({
  /** The page in which it is written. */
  source: NodeId,
  relation: z.string(),
  /** `KEY:Title`, `content:ID` or `space:KEY`. */
  names: z.string(),
  /**
   * `not-seen`: looked for, and nothing of the name can be seen. `ambiguous`: several have the
   * name. `not-checked`: outside of what was mapped, and not looked for.
   */
  state: z.enum(['not-seen', 'ambiguous', 'not-checked']),
  /** What a reader sees of the link. */
  words: z.string().optional(),
})
export type Unresolved = z.infer<typeof Unresolved>

const verbs: Readonly<Record<string, string>> = {
  link: 'links to',
  includes: 'includes',
  'lists-children-of': 'lists the children of',
  'uses-file-of': 'uses a file of',
  mentions: 'mentions',
}

/** What a page does with what it names by a relation. */
export const namingVerb = (relation: string): string => verbs[relation] ?? relation

/** Such as `links to “Tides” in ENG`. */
export const namedInWords = ({ relation, names }: Pick<Unresolved, 'relation' | 'names'>): string =>
  `${namingVerb(relation)} ${nameInWords(names)}`

/** `KEY:Title` as people say it; an id stays one. */
function nameInWords(names: string): string {
  const colon = names.indexOf(':')
  const [key, rest] = [names.slice(0, colon), names.slice(colon + 1)]
  if (colon < 1 || rest === '') return `“${names}”`
  if (key === 'content') return `the content with the id ${rest}`
  return key === 'space' ? `the space ${rest}` : `“${rest}” in ${key}`
}

/** Whether something is named by its title, so that the site can be asked for that. */
export const isNamedByTitle = ({ names }: Pick<Unresolved, 'names'>): boolean =>
  !/^(content:\d+|space:.+|user:.+)$/.test(names)
