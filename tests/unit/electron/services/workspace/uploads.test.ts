import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorkspaces } from '../../../../../electron/services/workspace'
import { wholeFile } from './whole-file'

const site = 'https://example.atlassian.net'

function start() {
  const dir = mkdtempSync(join(tmpdir(), 'up-'))
  const workspaces = createWorkspaces(dir, 's')
  onTestFinished(() => {
    workspaces.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return { workspaces, folder: join(dir, 'workspaces') }
}

describe('a file that comes in by parts', () => {
  it('is the same whole, whatever its parts were', async () => {
    const { workspaces, folder } = start()
    workspaces.create(site, 'Work')
    const bytes = wholeFile(workspaces, 'Work')
    const id = workspaces.uploads.begin()
    for (let at = 0, size = 1; at < bytes.length; size = size * 3 + 1) {
      const part = bytes.subarray(at, at + size).toString('base64')
      at = workspaces.uploads.add(id, at, part)
    }
    expect(await workspaces.upload(site, 'Again.relx', id)).toMatchObject({ id: 'Again', site })
    workspaces.close()
    expect(readdirSync(folder).sort()).toEqual(['Again.relx', 'Work.relx'])
  })

  it('takes no part twice or out of its turn, and none of a file that is not on its way', async () => {
    const { workspaces } = start()
    const id = workspaces.uploads.begin()
    expect(workspaces.uploads.add(id, 0, 'AAAA')).toBe(3)
    for (const at of [0, 2, 4]) {
      expect(() => workspaces.uploads.add(id, at, 'AAAA')).toThrow('gone')
    }
    workspaces.uploads.drop(id)
    expect(() => workspaces.uploads.add(id, 3, 'AAAA')).toThrow('gone')
    await expect(workspaces.upload(site, 'x.relx', id)).rejects.toMatchObject({
      failure: { sentence: 'This file is no longer being taken in.' },
    })
  })

  it('leaves nothing where it is given up, by a page, this program or one that was killed', () => {
    const { workspaces, folder } = start()
    workspaces.uploads.drop(workspaces.uploads.begin())
    writeFileSync(join(folder, '.old.upload'), 'x')
    utimesSync(join(folder, '.old.upload'), new Date(0), new Date(0))
    writeFileSync(join(folder, '.new.upload'), 'x')
    workspaces.uploads.begin()
    workspaces.close()
    // One that is fresh may be another program's.
    expect(readdirSync(folder)).toEqual(['.new.upload'])
  })
})
