import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSettings } from '../../../../electron/host/settings'

describe('the settings', () => {
  let dir: string
  let lines: string[]
  const start = () => createSettings(dir, (line) => lines.push(line))
  const write = (text: string) => writeFile(join(dir, 'settings.json'), text)
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'settings-'))
    lines = []
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  it('are those of the system until something is chosen', async () => {
    expect((await start()).now()).toEqual({ singleKeys: true, theme: 'system' })
  })

  it('come back after a restart, each by itself', async () => {
    const settings = await start()
    await settings.keep({ theme: 'dark' })
    await settings.keep({ singleKeys: false })
    expect(settings.now()).toEqual({ singleKeys: false, theme: 'dark' })
    expect((await start()).now()).toEqual({ singleKeys: false, theme: 'dark' })
  })

  it('are read from a file of before there were themes', async () => {
    await write('{ "format": "relation-explorer/settings@1", "singleKeys": false }')
    expect((await start()).now()).toEqual({ singleKeys: false, theme: 'system' })
  })

  it.each(['{', '{"format":"other"}', '[]'])(
    'are as at first where the file is not one: %s',
    async (text) => {
      await write(text)
      const settings = await start()
      expect(settings.now()).toEqual({ singleKeys: true, theme: 'system' })
      expect(lines).toHaveLength(1)
      // Only a choice writes it anew.
      expect(await readFile(join(dir, 'settings.json'), 'utf8')).toBe(text)
    },
  )

  it('stay as they were where they cannot be kept, which is said', async () => {
    await mkdir(join(dir, 'settings.json'))
    const settings = await start()
    await expect(settings.keep({ theme: 'light' })).rejects.toMatchObject({
      failure: { kind: 'storage' },
    })
    expect(settings.now().theme).toBe('system')
  })
})
