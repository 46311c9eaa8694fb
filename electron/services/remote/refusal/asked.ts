import type { Reading } from '../../markup'

/** What a call was about, in words for people. */
export type About = {
  /** The thing that would be missing: `content:123`. */
  readonly what: string
  /** What was being done, after "you are not allowed to" and "Confluence cannot do this". */
  readonly doing: string
  /**
   * Who asks will ask for less where an answer was too much for the site, so that the same is not
   * tried again.
   */
  readonly canAskLess?: boolean
  /** How the bodies of listed pages are to be read for what they name; else they come as they are. */
  readonly reading?: Reading | null
}

/** A call as far as its refusal has to know it. */
export type Asked = About & {
  /** Path template of the API's description. */
  readonly route: string
  /** Scopes of which the call needs some. */
  readonly scopes: readonly string[]
}

/** Where it was asked. */
export type Where = {
  /** Host of the site, for sentences. */
  readonly site: string
  /** At Atlassian's gateway, where scopes count, and not at the site itself. */
  readonly gateway: boolean
}

export type Answered = {
  readonly status: number
  readonly text: string
  /** `X-Failure-Category` of the gateway. */
  readonly failureCategory?: string | null
  /** `X-Seraph-LoginReason` of the site. */
  readonly loginReason?: string | null
}
