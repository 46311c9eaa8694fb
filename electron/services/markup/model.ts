/** Relations that are read from the bodies of pages. */
export type WrittenRelation =
  'link' | 'includes' | 'lists-children-of' | 'mentions' | 'uses-file-of'

/** What a piece of markup names, as it is written; nothing is looked up yet. */
export type Target =
  /** A page by its title; without a space it is one of the space in which it is written. */
  | { readonly kind: 'page'; readonly title: string; readonly space?: string }
  /** `day` is YYYY-MM-DD; titles of blog posts are unique on a day only. */
  | {
      readonly kind: 'blogpost'
      readonly title: string
      readonly space?: string
      readonly day?: string
    }
  /** `Title`, or `KEY:Title` where KEY is a space: macros write both the same way. */
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'content'; readonly id: string }
  | { readonly kind: 'space'; readonly key: string }
  | { readonly kind: 'user'; readonly id: string }
  /** A word that stands for a page by its place in the tree. */
  | { readonly kind: 'relative'; readonly word: 'self' | 'home' | 'parent' }
  /** Leads to nothing that is drawn, and is no fault either. */
  | { readonly kind: 'none'; readonly why: 'outside' | 'own-page' | 'empty' | 'relative' | 'jira' }

/** One link, mention, macro or file of a body. */
export type Mark = {
  readonly relation: WrittenRelation
  readonly target: Target
  /** What the format with ids has in its place; it counts where `target` leads nowhere. */
  readonly paired?: Target
  /** Its title was asked for at the site by itself, and nothing of that name could be seen. */
  readonly sought?: true
  /** What a reader sees of a link, at most `longestWords` letters. */
  readonly words?: string
  /** The heading it leads to. */
  readonly anchor?: string
}

/** What a body holds. `torn`: its markup has an error, and more may have been written there. */
export type Markup = { readonly marks: readonly Mark[]; readonly torn: boolean }

/** Where a body is from: links of a site may be written with its address. */
export type Home = {
  /** Origin of the site, such as `https://example.atlassian.net`. */
  readonly site: string
  /** Hosts that the site had before it was renamed. */
  readonly formerHosts: readonly string[]
}

export const longestWords = 120

/** The two formats in which a site gives bodies: as they are stored, and with links by id. */
export type BodyFormat = 'storage' | 'atlas_doc_format'

/** How bodies are to be read. */
export type Reading = { readonly format: BodyFormat; readonly home: Home }
