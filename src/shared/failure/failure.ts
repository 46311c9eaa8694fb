import { z } from 'zod'

/** The write that a failure is about. */
const write = { doing: z.enum(['create', 'delete']), relation: z.string() }

/** Where the reasons are too many to be named, who knows one says it, and what to do next. */
const said = { sentence: z.string(), next: z.string() }

/**
 * Everything that is expected to go wrong, as data. The set is closed: who shows a failure
 * handles every kind. Nothing in it may hold a token, a header or a raw server body.
 */
export const Failure = z.discriminatedUnion('kind', [
  /** What the person typed is no address, key or name that we know. */
  z.object({ kind: z.literal('not-understood'), input: z.string(), reason: z.string() }),
  /** The address is understood, but it does not belong to this site or this API. */
  z.object({
    kind: z.literal('refused-address'),
    reason: z.string(),
    next: z.string().optional(),
  }),
  /** The sign-in was not accepted. On Cloud this is 401, and in practice also 403. */
  z.object({ kind: z.literal('bad-credentials'), site: z.string() }),
  /** The site answers, but without an account: the call ran as anonymous. */
  z.object({ kind: z.literal('anonymous'), site: z.string() }),
  /** After too many failed sign-ins the site wants a CAPTCHA solved in the browser first. */
  z.object({ kind: z.literal('locked-out'), site: z.string() }),
  /** The sign-in of an app was withdrawn or ran out, so the person has to allow it again. */
  z.object({ kind: z.literal('sign-in-expired'), site: z.string() }),
  /** Wherever else than on Atlassian's own domain, the person says first that the host is theirs. */
  z.object({ kind: z.literal('unconfirmed-host'), host: z.string() }),
  z.object({ kind: z.literal('forbidden'), what: z.string() }),
  /** The token is good but lacks a scope; `scopes` are those of which one set would do. */
  z.object({
    kind: z.literal('missing-scope'),
    doing: z.string(),
    scopes: z.array(z.string()).min(1),
  }),
  /** The token of this profile can only read, which was learnt before: nothing was sent. */
  z.object({ kind: z.literal('read-only'), site: z.string(), scopes: z.array(z.string()).min(1) }),
  /** 404 is deliberately "does not exist or you may not see it". */
  z.object({
    kind: z.literal('not-found'),
    what: z.string(),
    /** The answer did not say what is missing, so it proves nothing about it. */
    unsaid: z.literal(true).optional(),
  }),
  /** 501: the server has no such operation, so asking again is useless. */
  z.object({ kind: z.literal('not-supported'), what: z.string() }),
  /** Nobody answers under this address of the API: it is gone, or this site never had it. */
  z.object({ kind: z.literal('no-such-route'), doing: z.string(), site: z.string() }),
  /** The server took the call for a forged one of a browser. */
  z.object({ kind: z.literal('xsrf'), doing: z.string() }),
  /** A firewall or proxy answered with its own page; Confluence was not asked. */
  z.object({ kind: z.literal('blocked'), site: z.string(), status: z.number() }),
  z.object({
    kind: z.literal('bad-request'),
    message: z.string(),
    /** What was refused; older files do not say. */
    of: z.enum(['relation', 'search', 'look-up']).optional(),
  }),
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().nullable() }),
  z.object({ kind: z.literal('server'), status: z.number(), message: z.string() }),
  /** The answer was no JSON of the expected shape: a proxy page, a cut body, a new version. */
  z.object({ kind: z.literal('unreadable-answer'), status: z.number(), detail: z.string() }),
  /** The answer is more than is read of one. */
  z.object({ kind: z.literal('too-large'), site: z.string(), limit: z.string() }),
  z.object({ kind: z.literal('unreachable'), host: z.string(), code: z.string() }),
  /** This machine has no network at the moment. */
  z.object({ kind: z.literal('offline'), host: z.string() }),
  /** TLS: who answered could not prove to be the host. */
  z.object({ kind: z.literal('untrusted-certificate'), host: z.string(), code: z.string() }),
  z.object({ kind: z.literal('timeout'), host: z.string(), seconds: z.number() }),
  /** `sent`: a write was on its way, which may have been done. */
  z.object({ kind: z.literal('cancelled'), sent: z.literal(true).optional() }),
  /** A rule for relations, the API's or ours, forbids this change; checked before any call. */
  z.object({
    kind: z.literal('rule'),
    sentence: z.string(),
    next: z.string(),
    suggestion: z.string().optional(),
  }),
  /** A write was sent, and no answer was about the relation: it may have been done or not. */
  z.object({ kind: z.literal('write-unknown'), ...write, why: z.string() }),
  /** Read back, the relation is not as a write that was sent wanted it. */
  z.object({ kind: z.literal('not-arrived'), ...write }),
  /** Another hand has made the relation since, so it was not deleted. */
  z.object({ kind: z.literal('made-anew'), relation: z.string(), by: z.string() }),
  /** The change that has to come before this one did not go through. */
  z.object({ kind: z.literal('needs-first') }),
  /** An act is not taken back while a part of it is on its way, or nobody knows of it. */
  z.object({ kind: z.literal('unsettled'), title: z.string(), sending: z.boolean() }),
  /** A new token belongs to somebody else than the connection does. */
  z.object({ kind: z.literal('other-account'), site: z.string(), name: z.string() }),
  /** A name or key that no address can hold: servers would read another address in it. */
  z.object({ kind: z.literal('unsafe-part'), text: z.string() }),
  /** Atlassian knows no app by this client id and secret. */
  z.object({ kind: z.literal('app-refused') }),
  /** What the browser brought back from the consent was not accepted. */
  z.object({ kind: z.literal('consent-refused') }),
  /** The person said no at Atlassian. */
  z.object({ kind: z.literal('consent-denied') }),
  /** Where the browser should come back to, another program listens. */
  z.object({ kind: z.literal('port-taken'), port: z.number() }),
  z.object({ kind: z.literal('unknown-profile') }),
  z.object({ kind: z.literal('secret-missing'), site: z.string() }),
  z.object({ kind: z.literal('storage'), what: z.string() }),
  /** A file that was chosen is not what it was chosen for. */
  z.object({ kind: z.literal('unfit-file'), ...said }),
  /** What stands in the folder of workspaces is no workspace, or not one that can be read. */
  z.object({ kind: z.literal('no-workspace'), what: z.string() }),
  /** A file is looked at before it is opened; where that cannot be done, nothing is known of it. */
  z.object({ kind: z.literal('not-looked-at'), what: z.string() }),
  /** A link that leads nowhere, a folder, a device: opening it could make it, or never end. */
  z.object({ kind: z.literal('no-file'), what: z.string() }),
  /** A file that is ours but not as we write it: what can be read may be saved into a new one. */
  z.object({ kind: z.literal('workspace-damaged'), sentence: z.string() }),
  z.object({ kind: z.literal('workspace-in-use'), what: z.string() }),
  /** The workspace is open, and nothing can be kept in it. */
  z.object({ kind: z.literal('shown-only'), why: z.enum(['newer', 'unwritable', 'full']) }),
  /** Another program wrote into the file while it was open here. */
  z.object({ kind: z.literal('overwritten') }),
  /** A list, as it was shown, names what has gone since. */
  z.object({ kind: z.literal('gone'), ...said }),
  z.object({ kind: z.literal('unfit-name'), name: z.string() }),
  z.object({
    ...{ kind: z.literal('other-site'), what: z.string() },
    ...{ its: z.string(), site: z.string(), next: z.string() },
  }),
  /** Why spaces cannot be mapped, or a map not be brought up to date, now. */
  z.object({ kind: z.literal('map-not-ready'), why: z.enum(['running', 'none', 'unfinished']) }),
  /** What the command line was given does not name one thing to work with. */
  z.object({ kind: z.literal('arguments'), ...said }),
  /** The system keychain did not do what it was asked to do with a token. */
  z.object({ kind: z.literal('keychain'), of: z.enum(['keep', 'forget']), reason: z.string() }),
  /** The page lost the host (closed, crashed, restarted). */
  z.object({ kind: z.literal('host-gone') }),
  /** The address that opened this page lets in once, and was used, has run out, or holds nothing. */
  z.object({ kind: z.literal('no-ticket') }),
  /** Ours: logged at the host under this reference. */
  z.object({ kind: z.literal('bug'), reference: z.string() }),
])
export type Failure = z.infer<typeof Failure>

/** Carries a failure through code that throws; `cause` keeps what it was made from. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options)
    this.name = 'FailureError'
    this.failure = failure
  }
}

/** Never returns: a new kind without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
