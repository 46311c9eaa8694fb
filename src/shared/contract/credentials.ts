import { z } from 'zod'
import { Learnt } from '../site-check'
import { failing } from './failing'

/** Classic API token at the site; API token with scopes, or OAuth 2.0, at Atlassian's gateway. */
export const SignInKind = z.enum(['token', 'scoped-token', 'oauth'])
export type SignInKind = z.infer<typeof SignInKind>

export const Concurrency = z.number().int().min(1).max(8)

/**
 * A connection to one site. It holds no secret: the token goes from the page to the host's
 * keychain and no method returns it.
 */
export const Profile = z.object({
  id: z.string(),
  kind: z.enum(['site', 'demo']),
  /** Origin of the site: `https://example.atlassian.net`. */
  site: z.string(),
  /** Empty for a sign-in by OAuth, which needs none. */
  email: z.string(),
  /** How the program signs in: found out at the first sign-in, remembered since. */
  signIn: SignInKind,
  /** Whether the credentials may change relations; learnt at the sign-in or at a refused edit. */
  access: z.enum(['read-write', 'read-only']),
  /** Calls at a time, 1 to 8. */
  concurrency: Concurrency,
  /** Who the token belongs to; `key` is the account id. */
  account: z.object({ key: z.string(), name: z.string() }),
  /**
   * Relation names known to be in use on this site, last used first. Confluence cannot list
   * them, so they are remembered; the demo site's are known from the start.
   */
  relations: z.array(z.string()),
  /** What a check of the site found out, where one was made. */
  learnt: Learnt.optional().catch(undefined),
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
  /** The host outside Atlassian's domain that the person has confirmed to be their site. */
  confirmedHost: z.string().max(255).optional(),
})
export type SignIn = z.infer<typeof SignIn>

/** An app that the person has made at developer.atlassian.com; its secret goes to the keychain. */
export const OAuthSignIn = z.object({
  site: SignIn.shape.site,
  clientId: z.string().min(1).max(500),
  clientSecret: z.string().min(1).max(2_000),
  /** Also asks for the scopes to create and delete relations. */
  write: z.boolean(),
  /** Where the browser comes back to: `http://localhost:PORT/oauth`, as registered for the app. */
  port: z.number().int().min(1_024).max(65_535),
  confirmedHost: SignIn.shape.confirmedHost,
})
export type OAuthSignIn = z.infer<typeof OAuthSignIn>

export const credentialsContract = {
  list: failing.output(z.object({ profiles: z.array(Profile) })),
  /** Asked on its own, since a keychain that is locked may take its time. */
  secretStore: failing.output(SecretStore),
  /** Tries a sign-in and keeps nothing. */
  test: failing.input(SignIn).output(
    z.object({
      account: Profile.shape.account,
      site: z.string(),
      signIn: SignInKind,
      access: Profile.shape.access,
    }),
  ),
  /** Tries a sign-in and keeps it: the token in the keychain, the rest in the profile list. */
  add: failing.input(SignIn).output(Profile),
  /**
   * Takes a new token for a connection that is there, tried at once. Refused where it belongs to
   * another account, for what is drawn is what the old one could see.
   */
  renew: failing
    .input(z.object({ profile: z.string(), token: SignIn.shape.token }))
    .output(Profile),
  /**
   * Begins a sign-in in the system browser: the page offers `authorizeUrl` as a link and waits with
   * `oauthFinish`, which ends when the person has answered there, or after ten minutes.
   */
  oauthStart: failing
    .input(OAuthSignIn)
    .output(z.object({ attempt: z.string(), authorizeUrl: z.string(), redirectUri: z.string() })),
  oauthFinish: failing.input(z.object({ attempt: z.string() })).output(Profile),
  /** Starts the embedded demo site if it is not running, and gives its profile. */
  demo: failing.output(Profile),
  /** Remembers relation names that were used on a site, the newest first, at most 200. */
  remember: failing
    .input(
      z.object({ profile: z.string(), relations: z.array(z.string().min(1).max(255)).max(200) }),
    )
    .output(z.null()),
  /** Calls at a time to this site, from now on. */
  setConcurrency: failing
    .input(z.object({ profile: z.string(), concurrency: Concurrency }))
    .output(z.null()),
  /** Forgets the profile and its token. */
  remove: failing.input(z.object({ profile: z.string() })).output(z.null()),
}
