import { describe, expect, it, vi } from 'vitest'
import { relationOf } from '@shared/graph'
import { createGraphStore } from '../../../../../src/features/graph'

describe('the graph store', () => {
  it('tells listeners what changed and keeps names in the order they were seen', () => {
    const model = createGraphStore()
    const listener = vi.fn()
    const stop = model.onDelta(listener)
    const first = relationOf('owned-by', 'content:1', 'user:a')
    const second = relationOf('explains', 'content:1', 'content:2')
    model.apply({ entities: [], relations: [first] })
    model.apply({ entities: [], relations: [second, first] })
    expect(model.store.getState().names).toEqual(['owned-by', 'explains'])
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    model.remove({ edges: [first.id] })
    expect(listener).toHaveBeenCalledTimes(2)
    expect([...model.store.getState().graph.edges.keys()]).toEqual([second.id])
    expect(model.store.getState().names).toEqual(['owned-by', 'explains'])
  })
})
