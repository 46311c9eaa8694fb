import type { Failure } from '@shared/failure'

export type ParsedSite =
  { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly failure: Failure }

const cloudHost = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.atlassian\.net$/
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The origin of the site that a person typed: `example`, `example.atlassian.net`, or any address
 * on it. Only Confluence Cloud has relations in its API: a host outside Atlassian's domain is taken
 * only where the person has confirmed that very host, and what looks like another product not at all;
 * plain http is for this machine alone, where a demo or a test listens.
 */
export function parseSite(text: string, confirmedHost?: string): ParsedSite {
  const typed = text.trim().replace(/^[<"'“]+|[>"'”]+$/g, '')
  const url = urlOf(typed)
  if (url === null) {
    return {
      ok: false,
      failure: {
        kind: 'not-understood',
        input: typed.slice(0, 200),
        reason: 'a site address looks like example.atlassian.net.',
      },
    }
  }
  const refusal = refuse(url)
  if (refusal !== null) return { ok: false, failure: { kind: 'refused-address', ...refusal } }
  if (!isLoopback(url) && !cloudHost.test(url.hostname) && confirmedHost !== url.host) {
    return { ok: false, failure: { kind: 'unconfirmed-host', host: url.host } }
  }
  // A secret is never sent in the clear, so http on the cloud is read as https.
  return {
    ok: true,
    origin: isLoopback(url)
      ? url.origin
      : `https://${cloudHost.test(url.hostname) ? url.hostname : url.host}`,
  }
}

const isLoopback = (url: URL) => loopbackHosts.has(url.hostname)

function urlOf(typed: string): URL | null {
  if (/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(typed) && typed.toLowerCase() !== 'localhost') {
    return parsed(`https://${typed}.atlassian.net`)
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return parsed(typed)
  const bare = typed.replace(/^\/\//, '')
  const url = /\s/.test(bare) ? null : parsed(`https://${bare}`)
  return url !== null && isLoopback(url) ? parsed(`http://${bare}`) : url
}

function parsed(address: string): URL | null {
  try {
    const url = new URL(address)
    return url.hostname === '' ? null : url
  } catch {
    return null
  }
}

type Refusal = { readonly reason: string; readonly next: string }

const useCloud = 'Use the address of a Confluence Cloud site, such as example.atlassian.net.'

function refuse(url: URL): Refusal | null {
  if (url.username !== '' || url.password !== '') {
    return {
      reason: 'An address with a user name or password in it is not accepted.',
      next: 'Type the site alone; email and token have fields of their own.',
    }
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { reason: 'This is not a web address.', next: useCloud }
  }
  if (isLoopback(url)) return null
  if (cloudHost.test(url.hostname)) {
    return url.port === '' || url.port === '443' || url.port === '80'
      ? null
      : { reason: 'A Confluence Cloud site has no port of its own.', next: useCloud }
  }
  return refuseHost(url)
}

const dataCenterPath =
  /\/(?:confluence|display|pages\/view[a-z]+\.action|spaces\/viewspace\.action|dashboard\.action|login\.action)(?:[/?]|$)/

function refuseHost({ hostname, pathname, protocol }: URL): Refusal | null {
  if (/(?:^|\.)atlassian\.com$/.test(hostname)) {
    return {
      reason: `${hostname} belongs to Atlassian itself and is no Confluence site.`,
      next: useCloud,
    }
  }
  if (dataCenterPath.test(pathname)) {
    return {
      reason: `${hostname} looks like Confluence Data Center or Server, whose API has no relations.`,
      next: useCloud,
    }
  }
  // What looks like Atlassian's domain and is none is not even offered for confirmation.
  if (protocol === 'http:' || !hostname.includes('.') || hostname.includes('atlassian')) {
    return {
      reason: `${hostname} is no address of Confluence Cloud, such as https://example.atlassian.net.`,
      next: useCloud,
    }
  }
  return null
}
