import type { StartDemo } from './demo'

/** The embedded demo site, loaded only when somebody asks for it. */
export const startDemoSite: StartDemo = async () => {
  const { createDemoSite } = await import('../demo-site')
  const site = await createDemoSite({})
  return {
    origin: site.origin,
    email: site.email,
    token: site.token,
    relations: site.relationNames,
    close: () => site.close(),
  }
}
