import type { ElectronApi } from './electron-api'
import { pageFile, pageHeaders } from '../host'

const scheme = 'app'
export const builtPage = `${scheme}://relation-explorer`

/** Before the app is ready: an origin of its own, so that storage and the CSP work as on https. */
export function registerScheme({ protocol }: Pick<ElectronApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and nothing but it. */
export function servePage({ protocol }: Pick<ElectronApi, 'protocol'>, pageRoot: string): void {
  protocol.handle(scheme, async ({ url }) => {
    const file = originOf(url) === builtPage ? await pageFile(pageRoot, pathOf(url)) : null
    if (file === null) return new Response('No such file.', { status: 404 })
    return new Response(new Uint8Array(file.body), {
      headers: { ...pageHeaders([]), 'content-type': file.type },
    })
  })
}

/** Scheme and host of an address, or null. `URL.origin` is opaque for a scheme of our own. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

const pathOf = (address: string): string => new URL(address).pathname
