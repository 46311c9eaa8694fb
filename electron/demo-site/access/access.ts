import { randomBytes } from 'node:crypto'

export type Credentials = {
  readonly email: string
  readonly token: string
  /** What the person would enter after the token was revoked; good all the time. */
  readonly renewedToken: string
}

/** Who asks: nobody sends no credentials, a stranger wrong ones. `scopes` is null where all are given. */
export type Identity =
  | { readonly kind: 'nobody' | 'stranger' }
  | { readonly kind: 'me'; readonly scopes: ReadonlySet<string> | null }

export type Grant = { readonly accessToken: string; readonly refreshToken: string | null }

/** Which tokens are good, and where: classic ones at the site, all others at the gateway. */
export type Access = ReturnType<typeof createAccess>

const fresh = (kind: string): string => `demo-${kind}-${randomBytes(12).toString('hex')}`

export function createAccess(
  { email, token, renewedToken }: Credentials,
  accessTokenSeconds: number,
) {
  const scoped = new Map<string, ReadonlySet<string>>()
  const access = new Map<string, { scopes: ReadonlySet<string>; until: number }>()
  const refresh = new Map<string, ReadonlySet<string>>()

  const basic = (header: string): string | null => {
    const [, encoded] = /^Basic (\S+)$/.exec(header) ?? []
    if (encoded === undefined) return null
    const text = Buffer.from(encoded, 'base64').toString('utf8')
    return text.startsWith(`${email}:`) ? text.slice(email.length + 1) : null
  }
  const stranger: Identity = { kind: 'stranger' }

  return {
    /** How long an access token is good. */
    seconds: accessTokenSeconds,
    atSite: (header: string | undefined): Identity => {
      if (header === undefined) return { kind: 'nobody' }
      const given = basic(header)
      return given === token || given === renewedToken ? { kind: 'me', scopes: null } : stranger
    },
    atGateway: (header: string | undefined): Identity => {
      if (header === undefined) return { kind: 'nobody' }
      const [, bearer] = /^Bearer (\S+)$/.exec(header) ?? []
      if (bearer !== undefined) {
        const known = access.get(bearer)
        return known !== undefined && known.until > Date.now()
          ? { kind: 'me', scopes: known.scopes }
          : stranger
      }
      const scopes = scoped.get(basic(header) ?? '')
      return scopes === undefined ? stranger : { kind: 'me', scopes }
    },
    /** Whether a token is a good one that belongs at the gateway; the site answers it with 401. */
    isScoped: (header: string | undefined): boolean => scoped.has(basic(header ?? '') ?? ''),
    isRenewed: (header: string | undefined): boolean => basic(header ?? '') === renewedToken,
    issueToken: (scopes: readonly string[]): string => {
      const made = fresh('scoped-token')
      scoped.set(made, new Set(scopes))
      return made
    },
    grant: (scopes: ReadonlySet<string>): Grant => {
      const accessToken = fresh('access-token')
      access.set(accessToken, { scopes, until: Date.now() + accessTokenSeconds * 1000 })
      if (!scopes.has('offline_access')) return { accessToken, refreshToken: null }
      const refreshToken = fresh('refresh-token')
      refresh.set(refreshToken, scopes)
      return { accessToken, refreshToken }
    },
    /** The scopes of a refresh token, which is used up by this; null for one that is no good. */
    spend: (refreshToken: string): ReadonlySet<string> | null => {
      const scopes = refresh.get(refreshToken) ?? null
      refresh.delete(refreshToken)
      return scopes
    },
    expireAccessTokens: (): void => access.clear(),
    revokeRefreshTokens: (): void => refresh.clear(),
  }
}
