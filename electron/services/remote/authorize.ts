/** Says who calls, for one profile. The only thing in this room that knows a secret. */
export type Authorize = {
  /** The whole value of the header `Authorization`. Throws the failures of a sign-in. */
  header(signal?: AbortSignal): Promise<string>
  /**
   * A fresh value after Confluence answered 401 to `stale`; where there is none to be had it
   * throws. Absent where nothing can be renewed.
   */
  renew?(stale: string, signal?: AbortSignal): Promise<string>
}

/** The header for an email and an API token, with scopes or without. */
export const basicAuthorization = (email: string, token: string): string =>
  `Basic ${Buffer.from(`${email}:${token}`, 'utf8').toString('base64')}`

export const authorizeBasic = (email: string, token: string): Authorize =>
  authorizeWith(basicAuthorization(email, token))

/** One header for as long as it lasts. */
export const authorizeWith = (header: string): Authorize => ({
  header: () => Promise.resolve(header),
})
