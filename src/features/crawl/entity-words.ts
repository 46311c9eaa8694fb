import type { Entity } from '@shared/graph'

/** The singular everyday word for what an entity is. */
export function kindWord(entity: Pick<Entity, 'type' | 'subtype'>): string {
  if (entity.type === 'user') return 'person'
  if (entity.type === 'space') return 'space'
  return entity.subtype === 'blogpost' ? 'blog post' : (entity.subtype ?? 'content')
}
