import { describe, expect, it } from 'vitest'
import type { NodeId } from '@shared/graph'
import { walk } from '../../../../../src/features/canvas/walk'

const places = new Map<NodeId, { x: number; y: number }>([
  ['content:1', { x: 0, y: 0 }],
  ['content:2', { x: 100, y: 0 }],
  ['content:3', { x: 300, y: 10 }],
  ['user:a', { x: -50, y: 0 }],
  ['space:S', { x: 0, y: 200 }],
])

describe('walking with arrow keys', () => {
  it('goes to a neighbour that way, even when another node is nearer', () => {
    expect(walk('content:1', 'right', places, new Set(['content:3']))).toBe('content:3')
  })
  it('goes to the nearest node that way where no neighbour lies there', () => {
    expect(walk('content:1', 'left', places, new Set(['content:3']))).toBe('user:a')
    expect(walk('content:1', 'down', places, new Set())).toBe('space:S')
  })
  it('stays where nothing lies that way', () => {
    expect(walk('content:1', 'up', places, new Set())).toBeNull()
    expect(walk('content:99', 'up', places, new Set())).toBeNull()
  })
})
