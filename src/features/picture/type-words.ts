import type { EntityType } from '@shared/graph'

export const typeWords: Record<EntityType, string> = {
  content: 'Content',
  user: 'Person',
  space: 'Space',
}
