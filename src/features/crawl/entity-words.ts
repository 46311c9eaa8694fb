import { type Entity, entityWords, subtypeWord } from '@shared/graph'
import { quoted } from '@shared/text'

/** The singular everyday word for what an entity is. */
export function kindWord(entity: Pick<Entity, 'type' | 'subtype'>): string {
  const usual = entityWords[entity.type].one
  if (entity.type !== 'content') return usual
  return entity.subtype === undefined ? usual : subtypeWord(entity.subtype)
}

/** Where a crawl begins, within a sentence. */
export const startsWords = ([start, ...more]: readonly Entity[]): string =>
  more.length === 0 ? quoted(start?.title ?? '') : `${more.length + 1} starts`
