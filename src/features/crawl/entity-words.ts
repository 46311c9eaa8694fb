import { type Entity, entityWords, subtypeWord } from '@shared/graph'

/** The singular everyday word for what an entity is. */
export function kindWord(entity: Pick<Entity, 'type' | 'subtype'>): string {
  const usual = entityWords[entity.type].one
  if (entity.type !== 'content') return usual
  return entity.subtype === undefined ? usual : subtypeWord(entity.subtype)
}
