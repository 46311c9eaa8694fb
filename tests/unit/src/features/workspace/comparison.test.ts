import { describe, expect, it } from 'vitest'
import { emptyGraph, type GraphFile, merge, type NodeId, toGraphFile } from '@shared/graph'
import { comparedWords, createComparison } from '../../../../../src/features/workspace/comparison'
import { createViewStore } from '../../../../../src/features/view'

const page = (id: NodeId) => ({
  ...{ id, type: 'content' as const, key: id.slice(8), title: id, status: 'current' },
})

function fileOf(...ids: NodeId[]): GraphFile {
  const { graph } = merge(emptyGraph, { entities: ids.map(page), relations: [] })
  return toGraphFile(graph, {
    version: '1.0.0',
    site: 'https://example.atlassian.net',
    exportedAt: '2026-01-01T00:00:00.000Z',
    calls: 0,
    completeness: [],
    failures: [],
    stateOf: () => 'not-asked',
    positions: new Map(),
  })
}

const sideOf = (name: string, ...ids: NodeId[]) => ({
  name,
  read: () => Promise.resolve({ ok: true as const, value: fileOf(...ids) }),
})
const broken = {
  name: 'broken',
  read: () => Promise.resolve({ ok: false as const, failure: { kind: 'host-gone' as const } }),
}

function setUp() {
  const view = createViewStore()
  const comparison = createComparison(view)
  return {
    comparison,
    marks: () => view.store.getState().compared,
    listed: () => comparison.store.getState().compared?.names,
  }
}

describe('a comparison', () => {
  it('keeps its list until it is ended', async () => {
    const { comparison, marks, listed } = setUp()
    expect(await comparison.compare(sideOf('a', 'content:1'), sideOf('b', 'content:2'))).toBeNull()
    comparison.show()
    expect([...(marks()?.added ?? [])]).toEqual(['content:2'])
    expect(listed()).toEqual(['a', 'b'])
    comparison.end()
    expect([marks(), listed()]).toEqual([null, undefined])
  })

  it('never leaves the marks of another on the graph', async () => {
    const { comparison, marks, listed } = setUp()
    await comparison.compare(sideOf('a'), sideOf('b', 'content:1'))
    comparison.show()
    await comparison.compare(sideOf('b', 'content:1'), sideOf('c'))
    expect([marks(), listed()]).toEqual([null, ['b', 'c']])
  })

  it('that cannot be read costs nothing of the one before', async () => {
    const { comparison, marks, listed } = setUp()
    await comparison.compare(sideOf('a'), sideOf('b', 'content:1'))
    comparison.show()
    expect(await comparison.compare(sideOf('b'), broken)).toEqual({ kind: 'host-gone' })
    expect(listed()).toEqual(['a', 'b'])
    expect(marks()).not.toBeNull()
  })

  it('is told in one sentence', async () => {
    const { comparison } = setUp()
    const told = () => {
      const { compared } = comparison.store.getState()
      return compared === null ? null : comparedWords(compared)
    }
    await comparison.compare(sideOf('a', 'content:1'), sideOf('b', 'content:2', 'content:3'))
    expect(told()).toBe('3 differences between a and b: added 2, gone 1.')
    await comparison.compare(sideOf('a', 'content:1'), sideOf('b', 'content:1'))
    expect(told()).toBe('Nothing differs between a and b.')
  })
})
