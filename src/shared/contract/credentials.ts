import { z } from 'zod'
import { failing } from './failing'

/**
 * A connection to one site. It holds no secret: the token goes from the page to the host's
 * keychain and no method returns it.
 */
export const Profile = z.object({
  id: z.string(),
  kind: z.enum(['site', 'demo']),
  /** Origin of the site: `https://example.atlassian.net`. */
  site: z.string(),
  email: z.string(),
  /** Who the token belongs to; `key` is the account id. */
  account: z.object({ key: z.string(), name: z.string() }),
  /**
   * Relation names known to be in use on this site, last used first. Confluence cannot list
   * them, so they are remembered; the demo site's are known from the start.
   */
  relations: z.array(z.string()),
})
export type Profile = z.infer<typeof Profile>

/** Where tokens are kept: the OS keychain, or memory for this session, with the reason. */
export const SecretStore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain') }),
  z.object({ kind: z.literal('memory'), reason: z.string() }),
])
export type SecretStore = z.infer<typeof SecretStore>

export const SignIn = z.object({
  /** As typed: `example`, `example.atlassian.net`, or any address on the site. */
  site: z.string().min(1).max(2_000),
  email: z.string().min(1).max(320),
  token: z.string().min(1).max(10_000),
})
export type SignIn = z.infer<typeof SignIn>

export const credentialsContract = {
  list: failing.output(z.object({ profiles: z.array(Profile), secrets: SecretStore })),
  /** Tries a sign-in and keeps nothing. */
  test: failing
    .input(SignIn)
    .output(z.object({ account: Profile.shape.account, site: z.string() })),
  /** Tries a sign-in and keeps it: the token in the keychain, the rest in the profile list. */
  add: failing.input(SignIn).output(Profile),
  /** Starts the embedded demo site if it is not running, and gives its profile. */
  demo: failing.output(Profile),
  /** Remembers relation names that were used on a site, the newest first, at most 200. */
  remember: failing
    .input(
      z.object({ profile: z.string(), relations: z.array(z.string().min(1).max(255)).max(200) }),
    )
    .output(z.null()),
  /** Forgets the profile and its token. */
  remove: failing.input(z.object({ profile: z.string() })).output(z.null()),
}
