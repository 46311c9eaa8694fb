import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, { command: string; args: string[] }>> = {
  darwin: { command: 'open', args: [] },
  win32: { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] },
  linux: { command: 'xdg-open', args: [] },
}

/** Opens the person's browser; where there is none the printed address is enough. */
export function openBrowser(address: string, platform = process.platform, env = process.env): void {
  const opener = openers[platform]
  const noDisplay =
    platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined
  if (opener === undefined || noDisplay) return
  const child = spawn(opener.command, [...opener.args, address], {
    stdio: 'ignore',
    detached: true,
  })
  child.on('error', () => undefined)
  child.unref()
}
