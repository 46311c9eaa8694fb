import type { Profile } from '@shared/contract'

/** Either scope is enough; tokens of both families exist. */
export const readOnlyAt = ({ site }: Pick<Profile, 'site'>) => ({
  kind: 'read-only' as const,
  site: new URL(site).host,
  scopes: ['write:relation:confluence', 'write:confluence-content'],
})
