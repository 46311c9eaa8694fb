import { describe, expect, it } from 'vitest'
import { relationOf } from '../../../../../../src/shared/graph'
import { entity, rowsOf } from './fixtures'

const a = 'content:a'
const b = 'content:b'
const link = relationOf('link', a, b)

describe('rows', () => {
  it('keep where a node stands when more is told of it', () => {
    const rows = rowsOf([a], [])
    rows.putNode(entity(a, { title: 'New' }), { x: 50, y: 50 })
    expect(rows.rowOf(a)).toMatchObject({ x: 0, y: 0, entity: { title: 'New' } })
  })

  it('take a node out with its relations, and take both in again', () => {
    const rows = rowsOf([a, b], [['link', a, b]])
    rows.removeNode(a)
    expect(rows.edgeAt.size).toBe(0)
    rows.putNode(entity(a), { x: 1, y: 2 })
    rows.addEdge(link)
    expect(rows.edgeAt.has(link.id)).toBe(true)
    expect(rows.rowOf(a)).toMatchObject({ x: 1, y: 2 })
  })

  it('do not take in a relation whose end is not there', () => {
    const rows = rowsOf([a], [])
    rows.addEdge(link)
    expect(rows.edgeAt.size).toBe(0)
  })

  it('let a ghost go, unless it has become real', () => {
    const rows = rowsOf([a, b], [])
    rows.addGhost(link)
    rows.removeGhost(link.id)
    expect(rows.edgeAt.has(link.id)).toBe(false)
    rows.addGhost(link)
    rows.addEdge(link)
    rows.removeGhost(link.id)
    expect(rows.edgeAt.has(link.id)).toBe(true)
  })

  it('never make a ghost of what is there', () => {
    const rows = rowsOf([a, b], [['link', a, b]])
    rows.addGhost(link)
    rows.addGhostNode(entity(b), { x: 0, y: 0 })
    rows.removeGhost(link.id)
    rows.removeGhostNode(b)
    expect(rows.edgeAt.has(link.id)).toBe(true)
    expect(rows.rowOf(b)).not.toBeNull()
  })
})
