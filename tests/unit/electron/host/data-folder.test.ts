import { describe, expect, it } from 'vitest'
import { dataFolderOf, formerFoldersOf } from '../../../../electron/host/data-folder'

const linux = { platform: 'linux', env: {}, home: '/home/me' } as const
const mac = { platform: 'darwin', env: {}, home: '/Users/me' } as const
const windows = {
  platform: 'win32',
  env: { APPDATA: 'D:\\Roaming' },
  home: 'C:\\Users\\me',
} as const

describe('the folder of data', () => {
  it('is where the system expects it', () => {
    expect(dataFolderOf(linux)).toBe('/home/me/.local/share/relation-explorer')
    expect(dataFolderOf({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe(
      '/data/relation-explorer',
    )
    expect(dataFolderOf(mac)).toBe('/Users/me/Library/Application Support/relation-explorer')
    expect(dataFolderOf(windows)).toBe('D:\\Roaming\\relation-explorer')
    expect(dataFolderOf({ ...windows, env: {} })).toBe(
      'C:\\Users\\me\\AppData\\Roaming\\relation-explorer',
    )
  })

  it('is none that would be another one in each folder', () => {
    for (const XDG_DATA_HOME of ['', 'data', './data']) {
      const env = { XDG_DATA_HOME, XDG_CONFIG_HOME: XDG_DATA_HOME }
      expect(dataFolderOf({ ...linux, env })).toBe('/home/me/.local/share/relation-explorer')
      expect(formerFoldersOf({ ...linux, env })).toEqual(formerFoldersOf(linux))
    }
  })

  it('was that of Electron, or one in the home folder', () => {
    expect(formerFoldersOf({ ...linux, env: { XDG_CONFIG_HOME: '/config' } })).toEqual([
      '/config/Relation Explorer for Confluence',
      '/home/me/.relation-explorer',
    ])
    expect(formerFoldersOf(mac)).toEqual([
      '/Users/me/Library/Application Support/Relation Explorer for Confluence',
      '/Users/me/.relation-explorer',
    ])
    expect(formerFoldersOf(windows)).toEqual([
      'D:\\Roaming\\Relation Explorer for Confluence',
      'C:\\Users\\me\\.relation-explorer',
    ])
  })
})
