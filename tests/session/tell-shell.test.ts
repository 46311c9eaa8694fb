import { expect, it, onTestFinished, vi } from 'vitest'
import type { ShellNotice, ShellProgress } from '@shared/contract'
import { tellShell } from '../../src/app/tell-shell'
import type { Client } from '../../src/transport'
import { startSession, startSite } from './start-session'

it('names the workspace, says how far long work is, and that it has ended where nobody looks', async () => {
  const site = await startSite()
  site.setLatency(250)
  const { session } = await startSession(site)
  const [titles, progress, notices]: [string[], ShellProgress[], ShellNotice[]] = [[], [], []]
  let isLookedAt = false
  const heard = {
    shell: {
      progress: (one: ShellProgress) => Promise.resolve(void progress.push(one)),
      notify: (one: ShellNotice) => Promise.resolve(void notices.push(one)),
    },
  } as unknown as Client
  const stop = tellShell(heard, session, {
    setTitle: (title) => titles.push(title),
    isLookedAt: () => isLookedAt,
    long: 0,
  })
  onTestFinished(stop)
  const name = session.workspace.store.getState().id
  expect(titles).toEqual([expect.stringContaining(`${name} – `)])
  expect(progress).toEqual([])

  const { chosen } = session.map.store.getState()
  await session.map.start({ ...chosen, spaces: ['ENG', 'OPS'] }, 160)
  await vi.waitFor(() => expect(progress.at(-1)?.isRunning).toBe(false))
  expect(progress.some(({ isRunning, part }) => isRunning && part !== null)).toBe(true)
  expect(titles.some((title) => /^\d+ % /.test(title))).toBe(true)
  expect(titles.at(-1)).toBe(titles[0])
  expect(notices).toEqual([
    { title: titles[0], body: expect.stringMatching(/^The map has ended\. Complete: /) as string },
  ])

  // Who looks at it sees it.
  isLookedAt = true
  await session.map.start({ ...chosen, spaces: ['RES'] }, 40)
  await vi.waitFor(() => expect(session.map.store.getState().run.kind).toBe('ended'))
  await vi.waitFor(() => expect(progress.at(-1)?.isRunning).toBe(false))
  expect(notices).toHaveLength(1)
  stop()
  expect(titles.at(-1)).toBe('Relation Explorer for Confluence')
})
