import type { StartDemo } from './demo'

const load = () => import('../demo-site')

/**
 * Loads the demo site once the program stands, without waiting for it. Node remembers a module that
 * could not be read as broken for good, so it is read while there are descriptors for its files.
 */
export const loadDemoSite = (): void => void load().catch(() => undefined)

/** The embedded demo site. */
export const startDemoSite: StartDemo = async () => {
  const { createDemoSite } = await load()
  const site = await createDemoSite({})
  return {
    origin: site.origin,
    email: site.email,
    token: site.token,
    relations: site.relationNames,
    close: () => site.close(),
  }
}
