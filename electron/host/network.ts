import { readFile } from 'node:fs/promises'
import * as tls from 'node:tls'
import type { Network } from '../services/remote'
import type { Platform } from './platform'

/** How the services reach the network: by the system's proxies, and trusting whom the system trusts. */
export function createNetwork({ network, log }: Pick<Platform, 'network' | 'log'>): Network {
  let roots: Promise<readonly string[] | undefined> | null = null
  return {
    ...(network?.proxyFor && { proxyFor: network.proxyFor }),
    trusted: () => (roots ??= trusted(log)),
  }
}

/**
 * Node's own authorities with those of the system and of `NODE_EXTRA_CA_CERTS`; undefined where
 * there are none to add. The variable is read here since a packaged Electron ignores it.
 */
async function trusted(log: Platform['log']): Promise<readonly string[] | undefined> {
  const more = [...systemRoots(), ...(await extraRoots(log))]
  return more.length === 0 ? undefined : [...new Set([...tls.rootCertificates, ...more])]
}

/** Node has this since 22.15. */
function systemRoots(): readonly string[] {
  // The types are those of Node 20, which lacks it.
  const { getCACertificates: read } = tls as { getCACertificates?: (of: 'system') => string[] }
  try {
    return read?.('system') ?? []
  } catch {
    return []
  }
}

async function extraRoots(log: Platform['log']): Promise<readonly string[]> {
  const file = process.env['NODE_EXTRA_CA_CERTS']
  if (file === undefined || file === '') return []
  try {
    const text = await readFile(file, 'utf8')
    const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
    if (found.length === 0) log('The file of NODE_EXTRA_CA_CERTS holds no certificate.')
    return found
  } catch {
    log('The file of NODE_EXTRA_CA_CERTS could not be read.')
    return []
  }
}
