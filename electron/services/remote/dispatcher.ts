import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici'

/** What a shell knows of the network beyond the environment. */
export type Network = {
  /** The system's proxies for an address, as in a PAC file: `PROXY host:port; DIRECT`; null for none. */
  readonly proxyFor?: (url: string) => Promise<string | null>
  /** Certificates to trust, in PEM, in place of Node's own; undefined leaves those. */
  readonly trusted?: () => Promise<readonly string[] | undefined>
}

/** Time to open a connection; a proxy that swallows packets must not take the whole time of a call. */
export const connectSeconds = 10

/** What carries the calls to one address. */
export type Carrier = {
  get(): Promise<Dispatcher>
  /** Ends the calls under way, and every later one, as stopped. */
  destroy(): Promise<void>
}

/**
 * Opens the way to an address at the first call. Behind a company's proxy only the proxy reaches
 * Atlassian: the one of the environment if there is one, else the system's. Plain http is for this
 * machine alone, and needs none.
 */
export function createDispatcher(address: string, network: Network = {}): Carrier {
  let made: Promise<Dispatcher> | null = null
  const make = address.startsWith('https:')
    ? () => dispatcherTo(address, network)
    : () => Promise.resolve(new Agent({ connect: { timeout: connectSeconds * 1000 } }))
  const get = () => (made ??= make())
  return {
    get,
    // Made even then: a call that comes later must meet a dispatcher that is destroyed.
    destroy: async () => (await get().catch(() => null))?.destroy(),
  }
}

async function dispatcherTo(address: string, network: Network): Promise<Dispatcher> {
  const ca = await network.trusted?.()
  const tls = ca === undefined ? {} : { ca: [...ca] }
  const connect = { ...tls, timeout: connectSeconds * 1000 }
  const options = { connect, requestTls: connect, proxyTls: connect }
  const [httpsProxy, httpProxy] = [fromEnvironment('https_proxy'), fromEnvironment('http_proxy')]
  if (httpsProxy !== undefined || httpProxy !== undefined) {
    // The proxy for plain http serves https too where no other is named; NO_PROXY is read there.
    return new EnvHttpProxyAgent({
      ...options,
      ...(httpProxy && { httpProxy }),
      ...(httpsProxy && { httpsProxy }),
    })
  }
  const proxy = firstProxy((await network.proxyFor?.(address).catch(() => null)) ?? null)
  return proxy === null ? new Agent({ connect }) : new ProxyAgent({ ...options, uri: proxy })
}

/** The variable in small or capital letters; an address without a scheme is one of http. */
function fromEnvironment(name: string): string | undefined {
  const value = process.env[name] || process.env[name.toUpperCase()]
  if (value === undefined || value === '') return undefined
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
}

/** The address of the first proxy of a PAC answer that can be used; null where it is to go direct. */
export function firstProxy(answer: string | null): string | null {
  for (const entry of answer?.split(';') ?? []) {
    const [, kind, host] = /^\s*(DIRECT|PROXY|HTTPS)(?:\s+([^\s/@]+))?\s*$/i.exec(entry) ?? []
    if (kind?.toUpperCase() === 'DIRECT') return null
    if (host === undefined) continue
    const uri = `${kind?.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${host}`
    if (URL.canParse(uri)) return uri
  }
  return null
}
