import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Batch, relationOf } from '@shared/graph'
import { createBatchQueue } from '../../../../../src/features/graph'

const batch = (n: number): Batch => ({
  entities: [],
  relations: [relationOf('explains', 'content:0', `content:${n}`)],
})

describe('the batch queue', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hands on what came in a while as one batch, in order', () => {
    const apply = vi.fn()
    const queue = createBatchQueue(apply)
    queue.add(batch(1))
    queue.add(batch(2))
    expect(apply).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(apply).toHaveBeenCalledExactlyOnceWith({
      entities: [],
      relations: [...batch(1).relations, ...batch(2).relations],
    })
  })
  it('hands on at once when flushed, and nothing twice', () => {
    const apply = vi.fn()
    const queue = createBatchQueue(apply)
    queue.add(batch(1))
    queue.flush()
    queue.flush()
    vi.runAllTimers()
    expect(apply).toHaveBeenCalledTimes(1)
  })
})
