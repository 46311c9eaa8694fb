import { counted } from '../text'
import type { GraphFile } from '../graph'

/** Where a file comes from, for its metadata. */
export type About = {
  readonly title: string
  /** Origin of the site; `redacted` where it is not told. */
  readonly source: string
  readonly exportedAt: string
  readonly creator: string
  /** One sentence with all of it. */
  readonly sentence: string
}

/** What every format says of where it comes from. */
export function aboutOf({ site, redacted, exportedAt, version, stats }: GraphFile): About {
  const isRedacted = redacted === true
  const source = isRedacted ? 'redacted' : site
  const title = isRedacted
    ? 'Confluence relations, redacted'
    : `Confluence relations of ${site.replace(/^https?:\/\//, '')}`
  const day = exportedAt.slice(0, 10)
  return {
    title,
    source,
    exportedAt,
    creator: `Relation Explorer ${version}`.trimEnd(),
    sentence: `${title}: ${counted(stats.nodes, 'node')}, ${counted(stats.edges, 'relation')}, ${day}`,
  }
}
