import { expect, it } from 'vitest'
import { relationOf } from '@shared/graph'
import { resultOf } from '../../src/features/edit'
import { isRelation, realAnswers } from '../proxy'
import { lastAct, madeAt, pagesOf } from './pages'
import { newFolder, startSession, startSiteBehind } from './start-session'

const name = 'zz-unknown'
const unknown = `It is not known whether the relation “${name}” was deleted`

it('a deletion answered 502 and then an HTML 404 is not known, says so, and is settled by hand', async () => {
  const folder = await newFolder()
  const { site, proxy, at } = await startSiteBehind()
  const first = await startSession(at, { folder })
  const { session, said } = first
  const [source, target] = pagesOf(site, 2)
  if (source === undefined || target === undefined) throw new Error('There are no two pages')
  const relation = relationOf(name, source, target)
  const start = await session.client.remote.resolve({ profile: session.profile.id, text: source })
  await session.acts.createRelations([relation], start)
  expect(madeAt(site, name)).toBe(1)

  // The gateway gives up, and from then on the site's own page answers for the relation.
  let refused = 0
  proxy.set(({ method, url }) => {
    if (!isRelation({ url })) return null
    if (method === 'DELETE') refused += 1
    if (method === 'DELETE') return { ...realAnswers.productPage, status: 502 }
    return refused > 0 ? realAnswers.productPage : null
  })
  // It is not said to be deleted.
  await session.acts.deleteRelations([relation])
  expect(said().at(-1)).toContain(unknown)
  expect(said().join(' ')).not.toContain('Deleted:')
  expect(refused).toBe(1)
  expect(session.graph.store.getState().graph.edges.has(relation.id)).toBe(true)

  // It cannot be undone while it is not known.
  await session.acts.undo()
  expect(said().at(-1)).toContain('It is not known whether all of this was done')
  expect(refused).toBe(1)

  // After a restart it is read back, and still not known.
  await first.quit()
  const second = await startSession(at, { folder })
  const { acts, graph } = second.session
  await expect.poll(() => second.said().join(' ')).toContain(unknown)
  const act = lastAct(second.session)
  expect(act.title).toMatch(/^Deleted /)
  await acts.checkAgain(act.id)
  expect(second.said().at(-1)).toContain(unknown)
  expect(resultOf(lastAct(second.session))).toBe('not known')

  // Once the site answers, it has it still; then it can be deleted.
  proxy.clear()
  await acts.checkAgain(act.id)
  expect(second.said().at(-1)).toContain('Confluence still has it')
  expect(resultOf(lastAct(second.session))).toBe('failed')
  await acts.retry(act.id)
  expect(resultOf(lastAct(second.session))).toBe('done')
  expect(madeAt(site, name)).toBe(0)
  expect(graph.store.getState().graph.edges.has(relation.id)).toBe(false)
  await acts.undo(true)
  expect(madeAt(site, name)).toBe(1)
})
