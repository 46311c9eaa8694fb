import { escapeHtml, html, type Reply } from '../api/reply'
import type { OAuthClient } from './oauth-client'

const redirect = /^http:\/\/(?:localhost|127\.0\.0\.1):\d{2,5}\/oauth$/

export const scopesIn = (query: URLSearchParams): string[] =>
  (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '')

/** The page on which a person allows an app to act for them. */
export function consentPage(query: URLSearchParams, client: OAuthClient): Reply {
  const wrong = wrongParameter(query, client)
  if (wrong !== null) return refusal(wrong)
  const scopes = scopesIn(query).map((scope) => `<li>${escapeHtml(scope)}</li>`)
  const answer = (word: string) => `/authorize/${word}?${escapeHtml(query.toString())}`
  return html(
    'Allow access',
    `<h1>Allow this app to use Tern &amp; Tide?</h1><p>It asks for:</p><ul>${scopes.join('')}</ul>` +
      `<p><a href="${answer('accept')}">Accept</a> · <a href="${answer('cancel')}">Cancel</a></p>`,
  )
}

/** Sends the browser back to the app, with a code or with a refusal. */
export function consentAnswer(
  query: URLSearchParams,
  client: OAuthClient,
  newCode: (() => string) | null,
): Reply {
  const wrong = wrongParameter(query, client)
  if (wrong !== null) return refusal(wrong)
  const to = new URL(query.get('redirect_uri') ?? '')
  to.searchParams.set('state', query.get('state') ?? '')
  if (newCode === null) to.searchParams.set('error', 'access_denied')
  else to.searchParams.set('code', newCode())
  return { status: 302, body: '', type: '', headers: { location: to.href } }
}

const refusal = (wrong: string): Reply =>
  html('Error', `<h1>Something is wrong</h1><p>${escapeHtml(wrong)}</p>`, 400)

function wrongParameter(query: URLSearchParams, client: OAuthClient): string | null {
  if (query.get('client_id') !== client.id) return 'There is no such app.'
  if (query.get('audience') !== 'api.atlassian.com') return 'The audience is not right.'
  if (query.get('response_type') !== 'code') return 'The response type is not right.'
  if (!redirect.test(query.get('redirect_uri') ?? '')) return 'The callback is not registered.'
  if (scopesIn(query).length === 0) return 'There are no scopes.'
  return (query.get('state') ?? '') === '' ? 'There is no state.' : null
}
