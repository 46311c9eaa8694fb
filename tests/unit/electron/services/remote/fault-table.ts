import type { Trap } from '../../../../../electron/demo-site'

export const operationNames = [
  'account',
  'targets',
  'sources',
  'get',
  'create',
  'delete',
  'describe',
  'search',
] as const
export type Operation = (typeof operationNames)[number]

/** What an operation may come to: `ok`, or the kind of a failure with its sentence. */
type Row = Readonly<Partial<Record<Operation, readonly string[]>>>

const rowOf = (operations: readonly Operation[], ...outcomes: string[]): Row =>
  Object.fromEntries(operations.map((operation) => [operation, outcomes]))
const everywhere = (...outcomes: string[]) => rowOf(operationNames, ...outcomes)
const writes = ['create', 'delete'] as const

const refusedRelations = (kind: string, sentence: (doing: string) => string): Row => ({
  targets: [`${kind}: ${sentence('listing relations named “NAME”')}`],
  sources: [`${kind}: ${sentence('listing relations named “NAME”')}`],
  get: [`${kind}: ${sentence('reading the relation “NAME”')}`],
  create: [`${kind}: ${sentence('creating the relation “MADE”')}`],
  delete: [`${kind}: ${sentence('deleting the relation “MADE”')}`],
})

const noReason = (status: number) =>
  `server: Confluence had a problem of its own (status ${status}): it gave no reason.`
const sentence = (status: number, why: string) =>
  `The answer could not be read (status ${status}): ${why}.`
const unreadable = (status: number, why: string) => `unreadable-answer: ${sentence(status, why)}`
/** A write of which nobody can say whether it was done. */
const notKnown = (why: string): Row => ({
  create: [`write-unknown: It is not known whether the relation “MADE” was created: ${why}`],
  delete: [`write-unknown: It is not known whether the relation “MADE” was deleted: ${why}`],
})
const notAllowed = (what: string) => `forbidden: You are not allowed to see or do this: ${what}.`
const xsrf = (doing: string) =>
  `xsrf: Confluence blocked it as a browser request (XSRF): ${doing} the relation “MADE”.`
const lost = 'unreachable: HOST cannot be reached (UND_ERR_SOCKET).'
const reads = operationNames.filter((operation) => operation !== 'create' && operation !== 'delete')
const cutShort = 'it is cut short, or no JSON'

const refused = 'bad-credentials: HOST did not accept this email and API token.'
const noRoute = refusedRelations(
  'no-such-route',
  (doing) => `Not supported by HOST: ${doing}. Its API has no such address.`,
)
const peopleRefused = (message = '') => ({
  describe: [notAllowed(`reading names of people${message}`)],
})
const noList = unreadable(200, 'it has another shape than expected, at results')
const page = 'A firewall or proxy in front of HOST answered with a page of its own (status 403).'

/**
 * Every trap, and what each operation comes to under it; an operation that is missing is as good
 * as without the trap. Where a trap snaps now and then and may end an operation, both are named.
 */
export const faults: Readonly<Record<Trap, Row>> = {
  'space-key-silent': {},
  'no-route-page': {},
  'method-xml': {},
  'rate-limit-zero': {},
  'rate-limit-text': {},
  'status-text': {},
  'expand-source-only': {},
  'expand-none': {},
  'limit-cap-25': {},
  'limit-cap-10': {},
  'next-with-wiki': {},
  'next-absolute': {},
  'next-missing': {},
  'next-loops': {},
  'empty-find-404': {},
  'forbidden-find': {},
  'gone-find': {},
  'favourite-400': {},
  'archived-needs-status': {},
  'users-hidden': {},
  'rate-limit': {},
  'rate-limit-date': {},
  'rate-limit-bare': {},
  'rate-limit-long': {},
  'near-limit': {},
  slow: {},
  'write-lost': {},
  'write-503': {},
  'gone-410': noRoute,
  'route-gone': noRoute,
  'route-gone-page': noRoute,
  'route-gone-empty': noRoute,
  'token-revoked': everywhere(refused),
  // The account was read before, and is not asked for a second time.
  'token-dies': { ...everywhere('ok', refused), account: ['ok'] },
  // Titles come all the same; what is named here is said beside them.
  'users-bulk-404': peopleRefused(),
  'users-bulk-401': peopleRefused(),
  'users-bulk-403': peopleRefused(' (“Not permitted to view users”)'),
  firewall: everywhere(`blocked: ${page}`),
  'items-without-id': {},
  'unknown-types': {},
  'relations-without-name': {},
  'no-results': rowOf(['targets', 'sources', 'describe', 'search'], noList),
  'commas-refused': {},
  'large-lists-504': {},
  'large-bodies': {},
  'torn-bodies': {},
  'no-bodies': {},
  'adf-without-ids': {},
  'app-access-rule': refusedRelations(
    'forbidden',
    (doing) =>
      `You are not allowed to see or do this: ${doing} (your organisation’s app access rule).`,
  ),
  'bad-credentials-401': everywhere(refused),
  captcha: everywhere('locked-out: HOST requires a CAPTCHA after failed sign-ins.'),
  anonymous: {
    account: ['anonymous: HOST answers, but not as you: the call went through without an account.'],
  },
  'search-forbidden': {
    search: [notAllowed('searching for content (“Not permitted to search”)')],
  },
  'write-500': rowOf(
    writes,
    'ok',
    'server: Confluence had a problem of its own (status 500): Internal server error',
  ),
  'gateway-errors': rowOf(
    writes,
    'ok',
    noReason(502),
    'server: Confluence had a problem of its own (status 503): Service temporarily unavailable',
  ),
  'html-error': everywhere(noReason(500)),
  'html-sign-in': {
    ...rowOf(reads, unreadable(200, 'it is a web page, not data')),
    ...notKnown(sentence(200, 'it is a web page, not data')),
  },
  'xml-error': everywhere('ok', noReason(500)),
  'cut-json': {
    ...rowOf(reads, unreadable(200, cutShort)),
    // A deletion is answered without a body, of which nothing can be cut.
    create: notKnown(sentence(200, cutShort)).create ?? [],
  },
  redirect: {
    ...rowOf(reads, unreadable(302, 'it points to another address, which is not followed')),
    ...notKnown(sentence(302, 'it points to another address, which is not followed')),
  },
  resets: rowOf(writes, 'ok', lost),
  'custom-refused': {
    create: [
      notAllowed(
        'creating the relation “MADE” (“Relations of the name MADE are not allowed on this site”)',
      ),
    ],
  },
  'read-only': {
    create: [
      notAllowed(
        'creating the relation “MADE” (“The signed-in person is not permitted to change relations”)',
      ),
    ],
    delete: [
      notAllowed(
        'deleting the relation “MADE” (“The signed-in person is not permitted to change relations”)',
      ),
    ],
  },
  xsrf: { create: [xsrf('creating')], delete: [xsrf('deleting')] },
}
