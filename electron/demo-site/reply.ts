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

export const html = (body: string, status = 200): Reply => ({
  status,
  body: `<!doctype html><html lang="en">${body}</html>`,
  type: 'text/html; charset=utf-8',
})

export const text = (body: string, status: number): Reply => ({
  status,
  body,
  type: 'text/plain; charset=utf-8',
})

const exceptions: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  403: 'PermissionException',
  404: 'NotFoundException',
  410: 'GoneException',
  501: 'NotImplementedServiceException',
}

/** The first API's error body: its message begins with the name of a Java class. */
export const refusedV1 = (status: number, message: string): Reply =>
  json(
    {
      statusCode: status,
      data: { authorized: status !== 403, valid: status !== 400, errors: [], successful: false },
      message: `com.atlassian.confluence.api.service.exceptions.${exceptions[status] ?? 'ServiceException'}: ${message}`,
    },
    status,
  )

export const refusedV2 = (status: number, code: string, title: string): Reply =>
  json({ errors: [{ status, code, title, detail: null }] }, status)

export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
