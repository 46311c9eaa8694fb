/** A picture that is made without a window, beside the one that the page exports of the same. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toSvg } from '@shared/scene'
import { sceneFor } from '../../src/features/export/taking'
import { exported, type Session } from '../../src/session'
import { runCommand } from '../unit/electron/cli/run-command'
import { crawlFrom, newFolder, startSession, startSite } from './start-session'

/** What the page’s dialog would save as it opens. */
function svgOfPage(session: Session): string {
  const { graph, view, picture, canvas, vocabulary } = session
  const sources = {
    ...{ graph, view, picture, canvas, theme: 'light' as const },
    words: vocabulary.store.getState().words,
    file: exported(session, '1'),
  }
  const wanted = { part: 'whole', redact: false, redactRelations: false } as const
  return toSvg(sceneFor(sources, { ...wanted, paper: 'light', caption: true }))
}

/** But for the minute in which it was drawn. */
const lasting = (svg: string): string => svg.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'then')

it('a workspace becomes the same picture on the command line as in the page', async () => {
  const folder = await newFolder()
  const { session, quit } = await startSession(await startSite(), { folder })
  const follow = { relations: ['depends-on', 'explains', 'owned-by'], depth: 2 }
  await crawlFrom(session, 'Product vision', { ...follow, types: ['content', 'user'] })
  const ids = [...session.graph.store.getState().graph.nodes.keys()]
  expect(ids.length).toBeGreaterThan(20)
  session.canvas.put({
    places: ids.map((id, at) => [id, { x: (at % 7) * 160, y: Math.floor(at / 7) * 110 }]),
  })
  session.view.hide(ids.slice(-2))
  session.view.toggleRelation('explains')
  session.view.colourBy('space')
  const page = svgOfPage(session)
  await session.workspace.flush()
  await quit()

  const [name = ''] = (await readdir(join(folder, 'workspaces'))).filter((one) =>
    one.endsWith('.relx'),
  )
  const out = join(folder, 'picture.svg')
  const file = join(folder, 'workspaces', name)
  const { code, err } = await runCommand(['export', file, '--out', out], { dataDir: folder })
  expect([code, err]).toEqual([0, ''])
  expect(lasting(readFileSync(out, 'utf8'))).toBe(lasting(page))
})
