import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'

/** Behind a company's proxy only the proxy reaches Atlassian; a loopback address needs none. */
export const createDispatcher = (address: string): Dispatcher =>
  address.startsWith('https:') ? new EnvHttpProxyAgent() : new Agent()
