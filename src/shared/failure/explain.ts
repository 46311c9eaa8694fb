import { explainEdit, isOfEdit, type OfEdit } from './explain-edit'
import { explainFile, isOfFile, type OfFile } from './explain-file'
import { type Explanation, say } from './explanation'
import { assertNever, type Failure } from './failure'
import { quoted, isolated } from '../text'

const listed = (scopes: readonly string[]): string => scopes.join(' and ')

/** One clear sentence for people and one next step, for each kind of failure. */
export function explain(failure: Failure): Explanation {
  if (isOfEdit(failure)) return explainEdit(failure)
  if (isOfFile(failure)) return explainFile(failure)
  switch (failure.kind) {
    case 'not-understood':
      return say(
        `${quoted(failure.input)} was not understood: ${failure.reason}`,
        'Paste a page address, or type content:ID, space:KEY, user:ACCOUNT_ID or me.',
      )
    case 'refused-address':
      return say(failure.reason, failure.next ?? 'Use an address of the site you are connected to.')
    case 'bad-credentials':
      return say(
        `${failure.site} did not accept this email and API token.`,
        'Check the email, then make a new API token in your Atlassian account and paste it again.',
      )
    case 'anonymous':
      return say(
        `${failure.site} answers, but not as you: the call went through without an account.`,
        'Check that the email is the one of your Atlassian account and that the token is complete.',
      )
    case 'locked-out':
      return say(
        `${failure.site} requires a CAPTCHA after failed sign-ins.`,
        `Sign in at ${failure.site} in your browser, where it shows the CAPTCHA, then try again here.`,
      )
    case 'sign-in-expired':
      return say(
        `The sign-in to ${failure.site} has run out or was withdrawn.`,
        'Sign in again from the list of sites; what is drawn stays.',
      )
    case 'unconfirmed-host':
      return say(
        `${failure.host} is not on Atlassian’s own domain, so nothing was sent to it.`,
        'If this is your own Confluence Cloud site, confirm the address.',
      )
    case 'missing-scope':
      return say(
        `This token lacks ${listed(failure.scopes)} for ${failure.doing}.`,
        `Scopes cannot be added to a token: make a new one with ${listed(failure.scopes)} and replace this one.`,
      )
    case 'read-only':
      return say(
        `The token for ${failure.site} can only read, so nothing can be changed with it.`,
        `To edit, make a new token with ${listed(failure.scopes)} and replace this one.`,
      )
    default:
      return explainCall(failure)
  }
}

type OfCall = Exclude<Failure, OfEdit | OfFile | { kind: OfPerson }>
type OfPerson =
  | 'not-understood'
  | 'refused-address'
  | 'bad-credentials'
  | 'anonymous'
  | 'locked-out'
  | 'sign-in-expired'
  | 'unconfirmed-host'
  | 'missing-scope'
  | 'read-only'

const afterBadRequest = {
  relation: 'Change the name or the ends of the relation and try again.',
  search: 'Search for other words, or paste the address of the page instead.',
  'look-up': 'Check the address or id and try again.',
} as const

/** What the API, or something in front of it, says to this one call. */
function explainCall(failure: OfCall): Explanation {
  switch (failure.kind) {
    case 'forbidden':
      return say(
        `You are not allowed to see or do this: ${failure.what}.`,
        'Ask the owner of the page or space for access.',
      )
    case 'not-found':
      return say(
        `Confluence does not know ${failure.what}, or you may not see it.`,
        'Check the address, or ask whether it was deleted or restricted.',
      )
    case 'not-supported':
      return say(
        `Confluence cannot do this: ${failure.what}.`,
        'Asking again will not help; another relation or another entity may do.',
      )
    case 'no-such-route':
      return say(
        `Not supported by ${failure.site}: ${failure.doing}. Its API has no such address.`,
        'This says nothing about what is there. Look for a newer version of Relation Explorer.',
      )
    case 'xsrf':
      return say(
        `Confluence blocked it as a browser request (XSRF): ${failure.doing}.`,
        'Ask whether a proxy on your network changes the User-Agent of programs, then try again.',
      )
    case 'blocked':
      return say(
        `A firewall or proxy in front of ${failure.site} answered with a page of its own (status ${failure.status}).`,
        'Use the network or VPN from which you reach Confluence in your browser, or ask your administrator.',
      )
    case 'bad-request':
      return say(
        `Confluence refused the request: ${failure.message}`,
        afterBadRequest[failure.of ?? 'relation'],
      )
    default:
      return explainDelivery(failure)
  }
}

type Delivery = Exclude<
  OfCall,
  {
    kind:
      | 'forbidden'
      | 'not-found'
      | 'not-supported'
      | 'no-such-route'
      | 'xsrf'
      | 'blocked'
      | 'bad-request'
  }
>

/** What went wrong on the way, at the server, or on our side. */
function explainDelivery(failure: Delivery): Explanation {
  switch (failure.kind) {
    case 'rate-limited':
      return say(
        'Confluence asks us to slow down.',
        failure.retryAfterSeconds === null
          ? 'Wait a minute, then try again.'
          : `Try again in ${failure.retryAfterSeconds} s.`,
      )
    case 'server':
      return say(
        `Confluence had a problem of its own (status ${failure.status}): ${failure.message}`,
        'Try again in a moment.',
      )
    case 'unreadable-answer':
      return say(
        `The answer could not be read (status ${failure.status}): ${failure.detail}.`,
        'Check whether a proxy or a sign-in page stands between you and Confluence, then try again.',
      )
    case 'too-large':
      return say(
        `The answer of ${failure.site} is larger than is read of one (${failure.limit}).`,
        'Ask for less at a time; if it stays so, ask whether a proxy changes what the site answers.',
      )
    case 'cancelled':
      return say('This was stopped.', 'Start it again when you like.')
    case 'other-account':
      return say(
        `This token belongs to ${isolated(failure.name)}, and the connection to ${failure.site} to another account.`,
        'Enter a token of the same account, or connect as the other one from the list of sites.',
      )
    case 'unknown-profile':
      return say('This connection is no longer known.', 'Choose a site from the start screen.')
    case 'secret-missing':
      return {
        sentence: `There is no stored token for ${failure.site}.`,
        next: 'Enter the API token again; without a system keychain it is kept for one session only.',
        lacks: 'token',
      }
    default:
      return explainHere(failure)
  }
}

type Here = Exclude<
  Delivery,
  {
    kind:
      | 'rate-limited'
      | 'server'
      | 'unreadable-answer'
      | 'too-large'
      | 'cancelled'
      | 'other-account'
      | 'unknown-profile'
      | 'secret-missing'
  }
>

/** What went wrong on this machine. */
function explainHere(failure: Here): Explanation {
  switch (failure.kind) {
    case 'storage':
      return say(`${failure.what} could not be saved.`, 'Check free space and folder permissions.')
    case 'keychain':
      return failure.of === 'keep'
        ? say(
            `The token was not kept: ${failure.reason}`,
            'Unlock or install a keychain; or set RELATION_EXPLORER_TOKEN and name --site and --email each time.',
          )
        : say(
            `The token is still in the system keychain: ${failure.reason}`,
            'Unlock the keychain, then forget the site again.',
          )
    case 'host-gone':
      return say(
        'The program behind this page has stopped.',
        'Start Relation Explorer again; what is drawn here can still be exported.',
      )
    case 'no-ticket':
      return say(
        'An address of Relation Explorer works once, and this one was used or has run out.',
        'Press Enter in the terminal where the program runs, or start it again, and open the address that it prints.',
      )
    case 'bug':
      return say(
        `Something unexpected happened (reference ${failure.reference}).`,
        'Try again; if it happens again, report it with this reference.',
      )
    case 'unsafe-part':
      return say(
        `${quoted(failure.text)} cannot be part of an address of Confluence.`,
        'Use a name or key without slashes that is not only dots.',
      )
    case 'app-refused':
      return say(
        'Atlassian did not accept the client id and secret.',
        'Copy both again from the settings of your app at developer.atlassian.com.',
      )
    case 'consent-refused':
      return say(
        'Atlassian did not accept the answer of the browser.',
        'Begin the sign-in again, and register exactly the callback address shown here.',
      )
    case 'consent-denied':
      return say(
        'You did not allow it at Atlassian, so nobody is signed in.',
        'Begin the sign-in again, and choose “Accept” there.',
      )
    case 'port-taken':
      return say(
        `Another program uses port ${failure.port} of this machine.`,
        'Choose another port, and register the callback address with it for your app.',
      )
    default:
      return explainNetwork(failure)
  }
}

type Network = Extract<
  Failure,
  { kind: 'unreachable' | 'offline' | 'untrusted-certificate' | 'timeout' }
>

/** Where the network ends, between this machine and the site. */
function explainNetwork(failure: Network): Explanation {
  switch (failure.kind) {
    case 'unreachable':
      return say(
        `${failure.host} cannot be reached (${failure.code}).`,
        'Check the address and your network connection, then try again.',
      )
    case 'offline':
      return say(
        `This machine has no network, so ${failure.host} was not asked.`,
        'Connect to a network, then try again.',
      )
    case 'untrusted-certificate':
      return say(
        `${failure.host} could not prove who it is (${failure.code}), so nothing was sent.`,
        'Behind a company proxy, name its certificate file in NODE_EXTRA_CA_CERTS and start again.',
      )
    case 'timeout':
      return say(
        `${failure.host} did not answer within ${failure.seconds} s.`,
        'Try again; if it stays slow, ask for less at a time.',
      )
    default:
      return assertNever(failure)
  }
}
