/**
 * What real sites were seen to do, each switchable, with what it does. A limit cap of 100, `next`
 * without `/wiki`, 501 for a favourite find and 403 for bad credentials are the rule, not a trap;
 * traps change the rule.
 */
export const trapWords = {
  'expand-source-only': 'expand=target is ignored; the target stays in _expandable',
  'expand-none': 'expand is ignored for both ends',
  'limit-cap-25': 'at most 25 relations a page, whatever limit asks',
  'limit-cap-10': 'at most 10 relations a page, whatever limit asks',
  'next-with-wiki': '_links.next begins with /wiki',
  'next-absolute': '_links.next is a whole address on another host',
  'next-missing': 'there is no _links.next although more is there',
  'next-loops': '_links.next always names the page it stands on',
  'empty-find-404': 'a find with nothing to find answers 404',
  'forbidden-find': 'a find at content whose id is divisible by 3 answers 403',
  'gone-find': 'content whose id is divisible by 5 has vanished; a find there answers 404',
  'favourite-400': 'a find of favourite answers 400 instead of 501',
  'gone-410': 'every relation call answers 410',
  'app-access-rule': 'every relation call answers 403: blocked by a rule of the organisation',
  'archived-needs-status': 'archived content is found only with its status, as trashed content is',
  'bad-credentials-401': 'wrong credentials answer 401 as documented, not 403 as measured',
  captcha: 'every call answers 401: the person has to solve a captcha in the browser',
  anonymous: 'whoever asks is answered as nobody',
  'users-hidden': 'nobody shows a full name, only a public one',
  'search-forbidden': 'searches answer 403',
  'rate-limit': 'every fifth call answers 429 with a Retry-After of 1 s',
  'rate-limit-date': 'every fifth call answers 429 with a Retry-After that is a date',
  'rate-limit-bare': 'every fifth call answers 429 without a Retry-After',
  'rate-limit-long': 'every fifth call answers 429 with a Retry-After of 12 s',
  'near-limit': 'every answer says that the limit is near',
  'gateway-errors': 'every seventh call answers 502 as a page, or 503 as JSON',
  'html-error': 'every call answers a page with 500',
  'html-sign-in': 'every call answers a sign-in page with 200',
  'xml-error': 'every sixth call answers 500 with an XML body',
  'cut-json': 'JSON ends in the middle',
  redirect: 'every call is sent to another host with 302',
  slow: 'every third call is answered 1.5 s late',
  resets: 'every sixth connection is dropped without an answer',
  'custom-refused': 'a relation of a name that is not built in is refused on creation',
  'read-only': 'writes are refused with 403, as for somebody who may only read',
  xsrf: 'writes fail the XSRF check whatever they carry',
  'write-lost': 'writes are done, then the connection drops before the answer',
  'write-500': 'two of five writes answer 500 at once and are not done',
  'write-503': 'every second write answers 503 with a Retry-After of 1 s',
} as const

export type Trap = keyof typeof trapWords
export const traps = Object.keys(trapWords) as readonly Trap[]
