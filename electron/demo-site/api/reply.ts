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
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  },
})

export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** An unknown route answers a page, not JSON, as measured on Cloud. */
export const noRoute = (): Reply =>
  html('Not Found', '<h1>HTTP Status 404 – Not Found</h1><p>Nothing is served here.</p>', 404)

/** So does a request whose path a servlet container does not take: `%2F`, broken escapes. */
export const badPath = (): Reply =>
  html('Bad Request', '<h1>HTTP Status 400 – Bad Request</h1>', 400)

/** A known route under another method answers XML. */
export const notAllowed = (method: string, ...allowed: readonly string[]): Reply => ({
  status: 405,
  body: `<?xml version="1.0" encoding="UTF-8"?><errors><error>Request method '${escapeHtml(method)}' is not supported</error></errors>`,
  type: 'application/xml',
  headers: { allow: allowed.join(', ') },
})

const exceptions: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  403: 'PermissionException',
  404: 'NotFoundException',
  410: 'GoneException',
  501: 'NotImplementedServiceException',
}

/** The first API's error body: its message begins with the name of a Java class. */
export function refusedV1(status: number, message: string): Reply {
  const exception = exceptions[status] ?? 'ServiceException'
  return json(
    {
      statusCode: status,
      data: { authorized: status !== 403, valid: status !== 400, errors: [], successful: false },
      message: `com.atlassian.confluence.api.service.exceptions.${exception}: ${message}`,
    },
    status,
  )
}

export const refusedV2 = (status: number, code: string, title: string): Reply =>
  json({ errors: [{ status, code, title, detail: null }] }, status)

/** What the gateway in front of both APIs answers. */
export const refusedByGateway = (status: number, message: string): Reply =>
  json({ code: status, message }, status)
