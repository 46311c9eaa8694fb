import { describe, expect, it, vi } from 'vitest'
import { relationOf } from '@shared/graph'
import { createActs } from '../../../../src/session/edit-acts'
import { startProgram } from './two-pages'

const page = (key: number) => ({
  id: `content:${key}` as const,
  type: 'content' as const,
  key: String(key),
  title: `Page ${key}`,
  status: 'current',
})
const was = relationOf('depends-on', 'content:1', 'content:2')
const is = relationOf('depends-on', 'content:2', 'content:1')

/** A page on which a flip succeeds at once; `meanwhile` is what a person does until then. */
function setUp(meanwhile: (select: (id: string) => void) => void = () => undefined) {
  const { session } = startProgram().openPage()
  const { graph, view } = session
  graph.apply({ entities: [page(1), page(2), page(3)], relations: [was] })
  view.goToRelation(was.id)
  const perform = () => {
    graph.apply({ entities: [], relations: [is] })
    graph.remove({ edges: [was.id] })
    meanwhile((id) => view.select({ nodes: [id as `content:${string}`] }))
    return Promise.resolve({ entry: null, failure: null })
  }
  const say = vi.fn(() => () => undefined)
  const notices = { ...session.notices, say }
  const acts = createActs({ ...session, notices, edits: { ...session.edits, perform } })
  return { acts, view, say }
}

describe('flipping a relation', () => {
  it('names the new direction, and keeps the relation selected', async () => {
    const { acts, view, say } = setUp()
    await acts.flipRelation(was)
    const sentence = 'Flipped: it is “Page 2” depends-on “Page 1” now.'
    const [[notice] = []] = say.mock.calls as unknown as [{ sentence: string }][]
    expect(notice?.sentence.replace(/[⁦-⁩]/g, '')).toBe(sentence)
    expect(view.store.getState().selection).toEqual({ nodes: [], edges: [is.id] })
  })

  it('leaves alone what was selected meanwhile', async () => {
    const { acts, view } = setUp((select) => select('content:3'))
    await acts.flipRelation(was)
    expect(view.store.getState().selection).toEqual({ nodes: ['content:3'], edges: [] })
  })
})
