import type { ElectronApi } from './electron-api'
import { pageFile, pageHeaders } from '../host'

export const scheme = 'app'
export const pageOrigin = `${scheme}://relation-explorer`

/** Before the app is ready: an origin of its own, so that storage and the CSP work as on https. */
export function registerScheme({ protocol }: Pick<ElectronApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and nothing but it. */
export function servePage({ protocol }: Pick<ElectronApi, 'protocol'>, pageRoot: string): void {
  protocol.handle(scheme, async ({ url }) => {
    const address = new URL(url)
    const own = `${address.protocol}//${address.host}` === pageOrigin
    const file = own ? await pageFile(pageRoot, address.pathname) : null
    if (file === null) return new Response('No such file.', { status: 404 })
    return new Response(new Uint8Array(file.body), {
      headers: { ...pageHeaders([]), 'content-type': file.type },
    })
  })
}
