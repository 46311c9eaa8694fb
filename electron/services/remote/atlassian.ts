import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { parseAnswer } from './call'
import { createDispatcher, type Network } from './dispatcher'
import { type Outcome, send } from './send'

/** Where Atlassian answers for a site beside the site itself; without a last slash. */
export type Atlassian = { readonly gateway: string; readonly auth: string }

/** A site on this machine has them at its own origin: nothing of it may reach the real ones. */
export const atlassianOf = (siteOrigin: string): Atlassian =>
  siteOrigin.startsWith('http:')
    ? { gateway: siteOrigin, auth: siteOrigin }
    : { gateway: 'https://api.atlassian.com', auth: 'https://auth.atlassian.com' }

export const apiBaseAt = (gateway: string, cloudId: string): string =>
  `${gateway}/ex/confluence/${cloudId}`

type Asked = {
  readonly url: URL
  readonly network: Network | undefined
  readonly signal: AbortSignal | undefined
  readonly post?: object
  readonly bearer?: string
}

/** One call beside the API of a site, without the limiter: these are few, and never repeated. */
export async function askOnce({ url, network, signal, post, bearer }: Asked): Promise<Outcome> {
  const dispatcher = createDispatcher(url.origin, network)
  const headers = {
    accept: 'application/json',
    'user-agent': 'relation-explorer',
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(post !== undefined && { 'content-type': 'application/json' }),
  }
  try {
    return await send(
      {
        method: post === undefined ? 'GET' : 'POST',
        url,
        headers,
        ...(post !== undefined && { body: JSON.stringify(post) }),
      },
      { dispatcher, signal, timeoutMs: 20_000, maxBytes: 1_000_000 },
    )
  } finally {
    await dispatcher.destroy()
  }
}

const TenantInfo = z.object({ cloudId: z.string().regex(/^[0-9a-f-]{36}$/i) })

/**
 * The site's id at the gateway, which anyone may ask for; null where it does not say, and so is no
 * site of Confluence Cloud. Throws what keeps the site from answering at all.
 */
export async function cloudIdOf(
  siteOrigin: string,
  network: Network | undefined,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const url = new URL('/_edge/tenant_info', siteOrigin)
  const outcome = await askOnce({ url, network, signal })
  if (outcome.kind === 'broken') throw new FailureError(outcome.failure)
  if (outcome.status !== 200) return null
  try {
    return parseAnswer(outcome, TenantInfo).cloudId
  } catch {
    return null
  }
}
