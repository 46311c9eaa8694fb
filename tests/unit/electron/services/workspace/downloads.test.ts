import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorkspaces } from '../../../../../electron/services/workspace'
import { createDownloads } from '../../../../../electron/services/workspace/downloads'
import { wholeFile } from './whole-file'

const site = 'https://example.atlassian.net'

function start() {
  const dir = mkdtempSync(join(tmpdir(), 'down-'))
  const workspaces = createWorkspaces(dir, 's')
  onTestFinished(() => {
    workspaces.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return workspaces
}
const page = (key: string, title: string) => ({
  ...({ id: `content:${key}`, type: 'content', key, title, status: 'current' } as const),
})

describe('a file that goes out by parts', () => {
  it('is the same whole, and as it was when it began', async () => {
    const workspaces = start()
    workspaces.create(site, 'Work')
    const large = Array.from({ length: 40 }, (_, at) => page(String(at), `${at} `.repeat(50_000)))
    workspaces.save('Work', { batch: { entities: large, relations: [] } })
    const before = wholeFile(workspaces, 'Work')
    const { download, name, size } = workspaces.downloads.begin('Work')
    expect([name, size]).toEqual(['Work.relx', before.length])
    workspaces.save('Work', { batch: { entities: [page('99', 'Later')], relations: [] } })
    const parts: Buffer[] = []
    for (let at = 0; at < size; at += parts.at(-1)?.length ?? Infinity) {
      parts.push(Buffer.from(workspaces.downloads.part(download, at), 'base64'))
    }
    expect(parts.length).toBeGreaterThan(3)
    expect(Buffer.concat(parts).equals(before)).toBe(true)
    expect(workspaces.downloads.part(download, size)).toBe('')
    const upload = workspaces.uploads.begin()
    parts.reduce((at, part) => workspaces.uploads.add(upload, at, part.toString('base64')), 0)
    expect(await workspaces.upload(site, 'Again.relx', upload)).toMatchObject({ nodes: 40 })
  })

  it('has no name from its beginning on, so that nothing is left of it after a crash', () => {
    let path = ''
    const copyTo = (to: string) => writeFileSync((path = to), 'What it holds')
    const downloads = createDownloads({ get: () => ({ store: { copyTo } }) })
    const { download } = downloads.begin('Work')
    expect([path === '', existsSync(path)]).toEqual([false, false])
    const part = Buffer.from(downloads.part(download, 5), 'base64').toString()
    expect(part).toBe('it holds')
    downloads.close()
  })

  it('gives up the oldest of many, which nobody goes on with', () => {
    const workspaces = start()
    workspaces.create(site, 'Work')
    const begun = Array.from({ length: 6 }, () => workspaces.downloads.begin('Work').download)
    const isOpen = (download: string) => {
      try {
        return workspaces.downloads.part(download, 0).length > 0
      } catch {
        return false
      }
    }
    expect(begun.map(isOpen)).toEqual([false, false, true, true, true, true])
  })

  it('is not gone on with once it is dropped, nor begun of what is not there', () => {
    const workspaces = start()
    workspaces.create(site, 'Work')
    const { download } = workspaces.downloads.begin('Work')
    workspaces.downloads.drop(download)
    expect(() => workspaces.downloads.part(download, 0)).toThrow('gone')
    expect(() => workspaces.downloads.begin('Nothing')).toThrow('gone')
  })
})
