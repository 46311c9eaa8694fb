/**
 * What real sites were seen to do, each switchable. A limit cap of 100, `next` without `/wiki`, 501
 * for a favourite find and 403 for bad credentials are the rule, not a trap; traps change the rule.
 */
export const traps = [
  /** `expand=target` is ignored; the target stays in `_expandable`. */
  'expand-source-only',
  /** `expand` is ignored for both ends. */
  'expand-none',
  /** At most 25, or 10, relations a page, whatever `limit` asks. */
  'limit-cap-25',
  'limit-cap-10',
  /** `_links.next` begins with `/wiki`, or is a whole address on another host. */
  'next-with-wiki',
  'next-absolute',
  /** There is no `_links.next` although more is there. */
  'next-missing',
  /** A find with nothing to find answers 404. */
  'empty-find-404',
  /** Archived content is found only with `sourceStatus` or `targetStatus`, as trashed content is. */
  'archived-needs-status',
  /** Wrong credentials answer 401 as documented, not 403 as measured. */
  'bad-credentials-401',
  /** Every fifth call answers 429: with a Retry-After of 1 s, with a date, or without any. */
  'rate-limit',
  'rate-limit-date',
  'rate-limit-bare',
  /** Every seventh call answers 502 as a page, or 503 as JSON. */
  'gateway-errors',
  /** Every call answers an HTML page, with 500 or as a sign-in page with 200. */
  'html-error',
  'html-sign-in',
  /** JSON ends in the middle. */
  'cut-json',
  /** Every third call is answered 1.5 s late. */
  'slow',
  /** Every sixth connection is dropped without an answer. */
  'resets',
  /** A relation of a name that is not built in is refused on creation. */
  'custom-refused',
  /** Writes are refused with 403, as for a token that may only read. */
  'read-only',
  /** Writes fail the XSRF check whatever they carry. */
  'xsrf',
] as const
export type Trap = (typeof traps)[number]
