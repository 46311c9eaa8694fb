import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLastSession } from '../../../../electron/host/last-session'

const open = { profile: 'p', workspace: 'Engineering, 26 Nov' }

describe('the last session', () => {
  let dir: string
  let lines: string[]
  const file = () => join(dir, 'last-session.json')
  const start = (isCalledFor = false) =>
    createLastSession(
      dir,
      (line) => lines.push(line),
      () => isCalledFor,
    )
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'last-session-'))
    lines = []
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  it('is none at the first start', async () => {
    expect(await start().take()).toBeNull()
    expect(lines).toEqual([])
  })

  it('is given to the first page of the next start, and to no other', async () => {
    await start().keep(open)
    const next = start()
    expect(await Promise.all([next.take(), next.take()])).toEqual([open, null])
  })

  it('is not given to a page that comes after one that has something open', async () => {
    await start().keep(open)
    const next = start()
    await next.keep(open)
    expect(await next.take()).toBeNull()
  })

  it('is forgotten as it is given, so that what ends the program ends one start', async () => {
    await start().keep(open)
    expect(await start().take()).toEqual(open)
    expect(await start().take()).toBeNull()
  })

  it('is the newest of what pages said, in their order', async () => {
    const one = start()
    await Promise.all([
      one.keep(open),
      one.keep({ ...open, workspace: 'b' }),
      one.keep(null),
      one.keep({ ...open, workspace: 'c' }),
    ])
    expect(await start().take()).toEqual({ ...open, workspace: 'c' })
  })

  it('is none where a person went back to the first screen', async () => {
    const one = start()
    await one.keep(open)
    await one.keep(null)
    expect(existsSync(file())).toBe(false)
    expect(await start().take()).toBeNull()
  })

  it('makes way for a file that was named at the start', async () => {
    await start().keep(open)
    expect(await start(true).take()).toBeNull()
  })

  it.each(['{', '{"format":"other"}', '[]'])(
    'is none where its file is not one, which is written to the log: %s',
    async (text) => {
      await writeFile(file(), text)
      expect(await start().take()).toBeNull()
      expect(lines).toHaveLength(1)
    },
  )

  it('costs nothing but itself where it cannot be kept', async () => {
    await mkdir(join(file(), 'taken'), { recursive: true })
    const one = start()
    await one.keep(open)
    await one.keep(null)
    expect(lines).toHaveLength(2)
  })
})
