import { spawn } from 'node:child_process'

type Opening = {
  readonly command: string
  readonly args: readonly string[]
  /** What is written to it, where it reads the address instead of being called with it. */
  readonly input?: string
}

/** Null where this machine has no browser to show anything in. */
export function openingOf(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Opening | null {
  switch (platform) {
    case 'darwin':
      // `open` would take the address as an argument; a script comes in unseen.
      return { command: 'osascript', args: [], input: `open location "${address}"` }
    case 'win32':
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] }
    case 'linux':
      return env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined
        ? null
        : { command: 'xdg-open', args: [address] }
    default:
      return null
  }
}

/** Opens the person's browser; where there is none the printed address is enough. */
export function openBrowser(
  address: () => string,
  platform = process.platform,
  env = process.env,
): void {
  // No ticket is made for a browser that is not there.
  if (openingOf('', platform, env) === null) return
  const opening = openingOf(address(), platform, env)
  if (opening === null) return
  const child = spawn(opening.command, opening.args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.stdin.end(opening.input ?? '')
  child.unref()
}
