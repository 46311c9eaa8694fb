/** An answer as a value: routes make it, the server sends it. */
export type Reply = {
  readonly status: number
  readonly body: string
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

export const json = (body: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(body),
  type: 'application/json',
})

export const noContent: Reply = { status: 204, body: '', type: '' }

export const text = (body: string, status: number): Reply => ({
  status,
  body,
  type: 'text/plain; charset=utf-8',
})

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}h1{line-height:1.2}nav,footer,.about{color:GrayText}li{margin:.25rem 0}`

/** A whole page; `body` and `title` are HTML already. It may load nothing and run nothing. */
export const html = (title: string, body: string, status = 200): Reply => ({
  status,
  body:
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${style}</style></head><body>${body}</body></html>`,
  type: 'text/html; charset=utf-8',
  headers: {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'x-content-type-options': 'nosniff',
  },
})

/** What stands before Confluence gave up waiting for it. */
export const gatewayTimeout = (): Reply =>
  html('504 Gateway Time-out', '<h1>504 Gateway Time-out</h1>', 504)

export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Somebody else's page asked for it. */
export const forbiddenPage = (): Reply =>
  html('Forbidden', '<h1>HTTP Status 403 – Forbidden</h1>', 403)

/** The product's own page for what is not there. */
export const noPage = (): Reply =>
  html('Not Found', '<h1>Not Found</h1><p>This page could not be found.</p>', 404)

/** Nobody serves this address of the first API, as measured in September 2026. */
export const noRoute = (address: string): Reply =>
  json({ message: `null for uri: ${address}`, 'status-code': 404 }, 404)

/** So does a request whose path a servlet container does not take: `%2F`, broken escapes. */
export const badPath = (): Reply =>
  html('Bad Request', '<h1>HTTP Status 400 – Bad Request</h1>', 400)

const wrongMethod = (method: string) => `Request method '${method}' not supported`

/** A known route under another method answers a list of errors in both APIs, as measured. */
export const notAllowed = (method: string, ...allowed: readonly string[]): Reply => ({
  ...refusedV2(
    405,
    'METHOD_NOT_ALLOWED',
    `org.springframework.web.HttpRequestMethodNotSupportedException: ${wrongMethod(method)}`,
  ),
  headers: { allow: allowed.join(', ') },
})

/** The same in XML, which was met in earlier years. */
export const inXml = (reply: Reply, method: string): Reply => ({
  ...reply,
  body: `<?xml version="1.0" encoding="UTF-8"?><errors><error>${escapeHtml(wrongMethod(method))}</error></errors>`,
  type: 'application/xml',
})

const exceptions: Readonly<Record<number, string>> = {
  400: 'api.BadRequestException',
  403: 'PermissionException',
  404: 'NotFoundException',
  410: 'pagesmodes.GoneException',
  501: 'unchecked.NotImplementedServiceException',
}

/** Some refusals of the first API come without `data`. */
const bare = [410, 501]

/** The first API's error body: its message begins with the name of a Java class. */
export function refusedV1(status: number, message: string): Reply {
  const exception = exceptions[status] ?? 'ServiceException'
  return json(
    {
      statusCode: status,
      ...(!bare.includes(status) && {
        data: { authorized: status !== 403, valid: true, errors: [], successful: false },
      }),
      message: `com.atlassian.confluence.api.service.exceptions.${exception}: ${message}`,
    },
    status,
  )
}

/** A parameter that is no whole number. */
export const notAnInt = (given: string): Reply =>
  json(
    {
      statusCode: 400,
      message: `org.springframework.web.method.annotation.MethodArgumentTypeMismatchException: Failed to convert value of type 'java.lang.String' to required type 'int'; nested exception is java.lang.NumberFormatException: For input string: "${given}"`,
    },
    400,
  )

/** A wrong, revoked or absent credential at the first API; two members and no `data`, as measured. */
export const notPermitted = (): Reply => ({
  ...json({ message: 'Current user not permitted to use Confluence', statusCode: 403 }, 403),
  headers: { 'cache-control': 'no-cache, no-store, must-revalidate' },
})

/** The same at `user/current`. */
export const rejectedCaller = (): Reply =>
  json(
    {
      statusCode: 403,
      message:
        'com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: 403 FORBIDDEN "Request rejected because caller cannot access Confluence"',
    },
    403,
  )

/** The same at the second API, which pretends that nothing is there. */
export const nothingThere = (): Reply =>
  json({ errors: [{ status: 404, code: 'NOT_FOUND', title: 'Not Found', detail: null }] }, 404)

/** A token with scopes at the site, where it does not belong: the page of the web server. */
export const unauthorizedPage = (): Reply => ({
  status: 401,
  body: '<!doctype html><html lang="en"><head><title>HTTP Status 401 – Unauthorized</title></head><body><h1>HTTP Status 401 – Unauthorized</h1></body></html>',
  type: 'text/html;charset=utf-8',
})

export const refusedV2 = (
  status: number,
  code: string,
  title: string,
  detail?: string | null,
): Reply =>
  json({ errors: [{ status, code, title, ...(detail !== undefined && { detail }) }] }, status)

/** What the gateway in front of both APIs answers. */
export const refusedByGateway = (status: number, message: string): Reply =>
  json({ code: status, message }, status)
