/**
 * What every shell starts: the services put together from a platform, and the contract over them.
 * It knows no shell, no window and no socket.
 */
export { childOf, type Fork } from '../services/child'
export { createSecrets, lastingSecrets } from '../services/credentials'
export { createHost, type Host, type HostOptions } from './create-host'
export { isWorkspaceFile } from './handed-files'
export { onInterrupt } from './interrupts'
export { loadDemoSite } from './start-demo-site'
export type { PlatformMenu } from './menu'
export { openDataFolder } from './move-data'
export { createNetwork } from './network'
export { refreshStore } from './refresh-store'
export { createOAuth } from './oauth'
export { writeWholeSync } from '../services/files'
export { pageFile, pageHeaders } from './page-files'
export type { Platform, Secrets } from './platform'
