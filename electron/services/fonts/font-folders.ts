import { join } from 'node:path'

type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where a system keeps fonts: its own, and those of the person. */
export function fontFolders({ platform, home, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    const own = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
    return [
      join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(own, 'Microsoft', 'Windows', 'Fonts'),
    ]
  }
  if (platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')]
  }
  return [
    ...['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts')],
    join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fonts'),
  ]
}
