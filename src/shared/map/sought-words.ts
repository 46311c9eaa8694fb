import { agree, counted } from '../text'
import type { MapSummary } from './model'

/** `Looked for 12 titles: 3 were found. 40 more were not looked for.` */
export function soughtWords({ titles, found, left }: NonNullable<MapSummary['sought']>): string {
  if (titles + left === 0) return 'There is no title to look for.'
  const said = `Looked for ${counted(titles, 'title')}: ${
    found === 0
      ? 'none was found'
      : `${found.toLocaleString('en')} ${agree(found, 'was', 'were')} found`
  }.`
  const more = `${left.toLocaleString('en')} more ${agree(left, 'was', 'were')} not looked for.`
  return left === 0 ? said : `${said} ${more}`
}
