import type { Profile } from '@shared/contract'

/** An app is signed in to elsewhere, and the demo site keeps its token itself. */
export const takesToken = ({ kind, signIn }: Profile): boolean =>
  kind === 'site' && signIn !== 'oauth'
