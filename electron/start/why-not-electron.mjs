/**
 * Why this machine gets the page in its browser, or null where Electron can be tried.
 *
 * @param {{
 *   wantsBrowser: boolean
 *   platform: NodeJS.Platform
 *   env: Record<string, string | undefined>
 *   isRoot: boolean
 *   nodeVersion: string
 *   isInstalled: boolean
 * }} machine
 * @returns {string | null} the end of a sentence that begins with "since"
 */
export function whyNotElectron({ wantsBrowser, platform, env, isRoot, nodeVersion, isInstalled }) {
  if (wantsBrowser) return 'you asked for it'
  if (platform === 'linux') {
    if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
      return 'there is no display for an Electron window'
    }
    // Chromium's sandbox refuses to, and without it we do not start.
    if (isRoot) return 'Electron does not run as root'
  }
  if (isInstalled) return null
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  return major < 22 || (major === 22 && minor < 12)
    ? `Electron is not installed, and fetching it needs Node 22.12 (this is ${nodeVersion})`
    : null
}
